// The words of an index by their length, for what was typed wrong.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "search/vocabulary.h"

namespace carnet {

inline constexpr std::size_t kShortestSpelling = 3;
inline constexpr std::size_t kLongestSpelling = 30;

struct SpellingShards {
  std::vector<OutputFile> files;  // spelling-N.js, those of one length one after the other.
  std::string counts;             // How many there are of each length, from kShortestSpelling on.
};

// A spelling-N.js is one text of folded words, without those with digits: each as how many
// letters it shares with the one before, and the rest, up to its length. Of a very large book the
// rarest words are not in it.
SpellingShards make_spelling_shards(std::string_view folder, const std::vector<IndexedWord>& words);

}  // namespace carnet
