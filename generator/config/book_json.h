// book.json, which GitBook read before .gitbook.yaml.

#pragma once

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// Fills `config` with the title, description, author, language, root, structure,
// variables and `links.sidebar` of the file `source`. Plugins and their settings mean
// nothing here. A mistake is an `invalid-book-json` warning, and the default applies;
// comments and needless commas are mistakes that cost nothing else.
void read_book_json(SourceId source, const SourceTree& tree, const Sources& sources, Config& config,
                    Diagnostics& diagnostics);

}  // namespace carnet
