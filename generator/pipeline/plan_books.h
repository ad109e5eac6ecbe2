// Which books the folder holds.

#pragma once

#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "config/book_plan.h"
#include "diag/diagnostics.h"

namespace carnet {

// The books of a folder whose configuration is `config`: those that LANGS.md
// lists, each with its own configuration, or one of all its pages.
std::vector<BookPlan> plan_books(const SourceTree& folder, const Config& config,
                                 const Sources& sources, Diagnostics& diagnostics);

}  // namespace carnet
