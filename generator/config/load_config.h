// From the files of a book to its Config.

#pragma once

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// Reads carnet.yaml, .gitbook.yaml, .gitbook/tags.yaml, book.json and .bookignore of the folder of
// the book, as far as `tree` has them among its texts. carnet.yaml wins over
// .gitbook.yaml, and that over book.json.
//
// Cannot fail: a mistake is a diagnostic at its place, and the default applies.
Config load_config(const SourceTree& tree, const Sources& sources, Diagnostics& diagnostics);

// The configuration of one book of a larger site: that of the site, but for what
// the book's own files say and for what only a book can say (where its pages are,
// its language, its redirects). `tree` holds the book alone, by paths from its
// folder. A key that concerns the whole site is an error there.
Config load_book_config(const Config& site, const SourceTree& tree, const Sources& sources,
                        Diagnostics& diagnostics);

}  // namespace carnet
