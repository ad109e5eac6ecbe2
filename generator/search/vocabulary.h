// All words of an index, and where they stand.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/search_page.h"

namespace carnet {

struct Posting {
  std::uint32_t section = 0;  // From the beginning of the index.
  WordLevel level = 0;
};

struct IndexedWord {
  std::string word;                // As it is spelt, in lower case.
  std::string folded;              // See fold_word.
  std::vector<std::string> stems;  // In the languages of the pages it stands on, each once.
  std::vector<Posting> postings;   // By section.
};

// The number of each page's first section: sections are numbered through, in the order of the
// pages.
std::vector<std::uint32_t> first_sections_of(const std::vector<IndexedPage>& pages);

// The words of all pages, as a browser sorts `folded`, and `word` where that is the same.
std::vector<IndexedWord> make_vocabulary(const std::vector<IndexedPage>& pages, unsigned jobs);

}  // namespace carnet
