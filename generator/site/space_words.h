// The names of pages, groups, headings and spaces, spaced as their language asks for: readers meet
// them in the sidebar, in outlines, on cards and in links.

#pragma once

#include <string_view>

#include "site/site.h"

namespace carnet {

// Whether a text of this language in this book is.
bool is_spaced(const Book& book, std::string_view language);

// The language of a page: its own, else that of its book.
std::string_view language_of(const Page& page);

// Requires the languages of the books. To be called when everything is found that is found by
// the words of a heading.
void space_words(Site& site);

}  // namespace carnet
