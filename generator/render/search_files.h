// What the search of a book is opened with. Its index, and what asks that, are made elsewhere.

#pragma once

#include <vector>

#include "base/output_file.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// Whether a search may find the page: listed, and not against its author's wish.
bool is_findable(const Page& page);

// Whether readers of this book can search it: not against its settings, nor where nothing is to be
// found.
bool has_search(const Book& book);

// For each language that pages are written in, a script with the window of the search in its words,
// and with the books that can be searched: see themes/default/js/search/. In a fixed order; empty
// for a site that cannot be searched.
std::vector<OutputFile> search_dialogs(const Site& site, const Theme& theme);

}  // namespace carnet
