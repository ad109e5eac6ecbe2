#include "search/spelling_shards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "base/text.h"
#include "search/letters.h"
#include "search/numbers.h"
#include "search/shard.h"

namespace carnet {
namespace {

constexpr std::size_t kShardSize = 24'000;
constexpr std::size_t kMostWords = 60'000;

struct Spelling {
  std::string_view folded;
  std::size_t places = 0;
};

bool can_be_misspelt(std::string_view folded) {
  for (std::size_t i = 0; i < folded.size();) {
    const char32_t c = next_code_point(folded, i);
    if ((c >= '0' && c <= '9') || is_paired_letter(c)) return false;
  }
  return true;
}

// Each folded word once, in order.
std::vector<Spelling> spellings_of(const std::vector<IndexedWord>& words) {
  std::vector<Spelling> all;
  for (const IndexedWord& word : words) {
    if (!all.empty() && all.back().folded == word.folded) {
      all.back().places += word.postings.size();
    } else if (can_be_misspelt(word.folded)) {
      all.push_back({word.folded, word.postings.size()});
    }
  }
  if (all.size() <= kMostWords) return all;
  std::vector<std::size_t> places;
  places.reserve(all.size());
  for (const Spelling& spelling : all) places.push_back(spelling.places);
  std::nth_element(places.begin(), places.begin() + kMostWords, places.end(), std::greater<>());
  const std::size_t least = places[kMostWords];
  std::erase_if(all, [least](const Spelling& spelling) { return spelling.places <= least; });
  return all;
}

}  // namespace

SpellingShards make_spelling_shards(std::string_view folder,
                                    const std::vector<IndexedWord>& words) {
  constexpr std::size_t kLengths = kLongestSpelling - kShortestSpelling + 1;
  std::array<std::vector<std::string_view>, kLengths> by_length;
  for (const Spelling& spelling : spellings_of(words)) {
    const std::size_t length = browser_size(spelling.folded);
    if (length < kShortestSpelling || length > kLongestSpelling) continue;
    by_length.at(length - kShortestSpelling).push_back(spelling.folded);
  }
  SpellingShards shards;
  for (const std::vector<std::string_view>& list : by_length) {
    const std::size_t first = shards.files.size();
    std::string text;
    std::string_view before;
    const auto flush = [&] {
      if (!text.empty())
        shards.files.push_back(
            make_shard(folder, "spelling", shards.files.size(), '"' + text + '"'));
      text.clear();
      before = {};
    };
    for (const std::string_view word : list) {
      if (text.size() > kShardSize) flush();
      const std::size_t shared = shared_size(before, word);
      append_number(text, static_cast<std::uint32_t>(browser_size(word.substr(0, shared))));
      text += word.substr(shared);
      before = word;
    }
    flush();
    append_number(shards.counts, static_cast<std::uint32_t>(shards.files.size() - first));
  }
  return shards;
}

}  // namespace carnet
