// How readers go from a book to the same one in another language.

#pragma once

#include <string>

#include "render/navigation.h"
#include "site/site.h"

namespace carnet {

// The `<li>`s of the switcher: a link for each book, to the same page where there
// is one, else to its start page. `current` is marked; null marks none. Empty for a
// site of one book.
std::string languages_html(const Site& site, const Book* current, const Navigation::Place& place);

// `<link rel="alternate" hreflang>` for a page and its counterparts; empty without
// counterparts, and for a site without an address.
std::string language_links_html(const Site& site, const Page& page);

}  // namespace carnet
