// Which words stand side by side, for quotations of words that stand nearly everywhere.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "search/search_page.h"
#include "search/vocabulary.h"

namespace carnet {

struct PairShards {
  std::vector<OutputFile> files;  // pairs-N.js
  std::uint32_t least = 0;        // A word is frequent if its spellings have so many postings.
  std::uint32_t buckets = 0;      // How many there are.
  std::uint32_t per_file = 0;     // How many of them a file holds.
};

// Two frequent words that follow each other are in bucket pair_hash() modulo `buckets`. A bucket is
// its number of sections, and the distance of each from the one before, less one. Others may be in
// the same one: a bucket says where two words cannot be a pair.
PairShards make_pair_shards(std::string_view folder, const std::vector<IndexedPage>& pages,
                            const std::vector<IndexedWord>& words, unsigned jobs);

// FNV-1a with 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/) of two folded words with a space
// between them.
std::uint32_t pair_hash(std::string_view first, std::string_view second);

}  // namespace carnet
