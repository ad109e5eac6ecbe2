// Which books the folder holds.

#pragma once

#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "config/book_plan.h"
#include "config/site_structure.h"
#include "diag/diagnostics.h"

namespace carnet {

struct SitePlan {
  Config config;            // Of the site as a whole.
  SiteStructure structure;  // Of docs.yaml; empty without one.
  std::vector<BookPlan> books;
};

// The books of a folder whose configuration is `config`: those of docs.yaml, the one that readers
// come to first before the others; else those that LANGS.md lists. Each has its own configuration.
// Without either it is one of all its pages.
SitePlan plan_books(const SourceTree& folder, Config config, const Sources& sources,
                    Diagnostics& diagnostics);

}  // namespace carnet
