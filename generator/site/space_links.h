// What leads to the spaces that find_known_spaces() has found.

#pragma once

#include <string>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "site/gitbook_link.h"
#include "site/site.h"

namespace carnet {

// Where a link into a book of the site leads.
struct FoundInBook {
  FileTarget target;
  std::string fragment;
};
// None if there is no such page, nor an old address like it.
FoundInBook find_in_book(const Site& site, const Book& book, const GitbookLink& link);

// The address on the web of a page of a space that is elsewhere.
std::string address_in(const KnownSpace& space, const GitbookLink& link);

// Lets redirects to known spaces lead there. One to a page that is missing there keeps its address
// on GitBook, and is a `broken-redirect`.
void resolve_redirects(Site& site, Diagnostics& diagnostics);

// The same for the entries of tables of contents. A page that is missing is a `broken-link`.
// `summaries` are those of site.books; null where there is none. Requires the redirects.
void resolve_toc_links(Site& site, const std::vector<const Document*>& summaries,
                       const Sources& texts, Diagnostics& diagnostics);

}  // namespace carnet
