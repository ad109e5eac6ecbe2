// The theme of a book: the one in the program, with the book's own files in the
// place of its.

#pragma once

#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "diag/diagnostics.h"
#include "theme/theme.h"

namespace carnet {

// Whether a file of the book, by its path from the book's folder, takes the
// place of one of the theme: `theme/css/tokens.css`. Other files in a folder
// `theme` are the book's own.
bool is_theme_override(std::string_view path);

// `overrides` are texts by their path in the theme. Adds the program's own
// files to `sources`, as `default theme/page.html`.
Theme load_theme(const std::vector<SourceFile>& overrides, Sources& sources,
                 Diagnostics& diagnostics);

}  // namespace carnet
