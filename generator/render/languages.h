// How readers go from a book to the same one in another language, or to another variant of it.

#pragma once

#include <string>
#include <string_view>

#include "render/navigation.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// The `<li>`s of the switcher: a link for each book, to the same page where there
// is one, else to its start page. `current` is marked; null marks none. Empty for a
// site of one book. With docs.yaml, the languages of the section that `current` is in.
std::string languages_html(const Site& site, const Book* current, const Navigation::Place& place,
                           const Theme& theme);

// The same for the variants of its section.
std::string variants_html(const Site& site, const Book& current, const Navigation::Place& place,
                          const Theme& theme);

// The name of a space that is not part of this copy, with words that say so in `language`.
// `attributes` are those of the name.
std::string elsewhere_html(std::string_view label_html, std::string_view attributes,
                           std::string_view language, const Theme& theme);

// `<link rel="alternate" hreflang>` for a page and its counterparts; empty without
// counterparts, and for a site without an address.
std::string language_links_html(const Site& site, const Page& page);

}  // namespace carnet
