// SUMMARY.md -> the table of contents.

#pragma once

#include <string_view>

#include "diag/diagnostics.h"
#include "site/build_site.h"
#include "site/path_index.h"
#include "site/site.h"

namespace carnet {

// Reads the tree of a parsed SUMMARY.md. Sets the label that it gives to a page
// (`pages[i].label`) and the page's place (`pages[i].entry`).
//
// A target that is missing stays as a line without a link (`missing-page`); the
// second entry of a page becomes a plain link to it (`duplicate-entry`), and so
// does a page of another book. Pages that are withheld are left out, without a word.
// `made` are the entries that take the place of others.
TableOfContents read_summary(const Document& summary, std::string_view text,
                             const MadeEntries& made, const PathIndex& index,
                             const PathIndex& withheld, const Book& book, std::vector<Page>& pages,
                             Diagnostics& diagnostics);

// The table of contents of a book without SUMMARY.md: folders and pages in the
// order of their names, numbers by value. `pages` are those of all books.
TableOfContents read_folders(const Book& book, std::vector<Page>& pages);

}  // namespace carnet
