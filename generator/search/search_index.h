// The index of a book: files that a search in the reader's browser loads as it needs them.
//
// Its engine is assets/search/. Every file is a script that hands over one value, because pages
// that were opened from disk may load nothing else.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "search/search_page.h"

namespace carnet {

// A group of the table of contents, and its first page.
struct SearchGroup {
  std::string name;
  std::size_t first_page = 0;
};

struct SearchBook {
  std::string language;             // BCP 47: how questions are read.
  std::vector<IndexedPage> pages;   // In the order of the table of contents.
  std::vector<SearchGroup> groups;  // In order; pages before the first are of none.
};

// The files of an index, with paths that begin with `folder`, which ends with a slash:
// index.js, words-N.js, more-N.js, pairs-N.js, spelling-N.js, text-N.js. None for a book without
// pages.
std::vector<OutputFile> make_search_index(std::string_view folder, const SearchBook& book,
                                          unsigned jobs);

}  // namespace carnet
