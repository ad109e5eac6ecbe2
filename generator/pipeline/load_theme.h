// The theme of a book: the one in the program, with the book's own files in the
// place of its.

#pragma once

#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "diag/diagnostics.h"
#include "theme/theme.h"

namespace carnet {

// `overrides` are texts by their path in the theme. Adds the program's own
// files to `sources`, as `default theme/page.html`.
Theme load_theme(const std::vector<SourceFile>& overrides, Sources& sources,
                 Diagnostics& diagnostics);

}  // namespace carnet
