// The theme of a book: one that carnet brings along, or a folder of the book, with
// the files of the book's folder `theme/` on top of it.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"
#include "theme/embedded.h"
#include "theme/theme.h"

namespace carnet {

// Whether a file of the book, by its path from the book's folder, changes something
// of the theme: `theme/css/tokens.css`. Other files in a folder `theme` are the
// book's own.
bool is_theme_override(std::string_view path);

// The folder of the book that is its theme; "" if it is one that carnet brings along.
std::string theme_folder(const Config& config);

// Whether a file of the book is a text of that folder.
bool is_text_of_theme(const Config& config, std::string_view path);

// A theme that carnet brings along, and those it builds upon, the lowest first.
// Nothing if there is none of this name.
std::vector<EmbeddedTheme> embedded_layers(std::string_view name);

// `tree` is the folder of the book, in which the texts of the theme are read. Adds
// carnet's own files to `sources`, as `default theme/page.html`.
Theme load_theme(const SourceTree& tree, const Config& config, Sources& sources,
                 Diagnostics& diagnostics);

}  // namespace carnet
