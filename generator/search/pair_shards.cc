#include "search/pair_shards.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <functional>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "search/numbers.h"
#include "search/shard.h"

namespace carnet {
namespace {

constexpr std::size_t kShardSize = 8'000;
// A word in one of so many sections is frequent. More would make the index larger than the texts
// that can be looked at instead.
constexpr std::uint32_t kFrequentShare = 30;
constexpr std::uint32_t kLeastFrequent = 12;
constexpr std::size_t kPairsInBucket = 48;

// Frequent words as they are spelt, and folded.
using Frequent = std::unordered_map<std::string_view, std::string_view>;

Frequent find_frequent(const std::vector<IndexedWord>& words, std::uint32_t least) {
  Frequent frequent;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    std::size_t places = 0;
    for (; end < words.size() && words[end].folded == words[i].folded; ++end)
      places += words[end].postings.size();
    for (; i < end; ++i) {
      if (places >= least) frequent.emplace(words[i].word, words[i].folded);
    }
  }
  return frequent;
}

struct Pair {
  std::uint32_t hash = 0;
  std::uint32_t section = 0;
};

std::vector<Pair> pairs_of(const PageWords& page, std::uint32_t first_section,
                           const Frequent& frequent) {
  std::vector<std::string_view> folded(page.words.size());
  for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
    const auto known = frequent.find(page.text_of(page.words[i]));
    if (known != frequent.end()) folded[i] = known->second;
  }
  std::vector<Pair> pairs;
  for (std::size_t section = 0; section < page.sequence_begins.size(); ++section) {
    const std::size_t end = section + 1 < page.sequence_begins.size()
                                ? page.sequence_begins[section + 1]
                                : page.sequence.size();
    std::string_view before;
    for (std::size_t i = page.sequence_begins[section]; i < end; ++i) {
      const std::uint32_t number = page.sequence[i];
      const std::string_view word =
          number == PageWords::kNoWord ? std::string_view() : folded[number];
      if (!before.empty() && !word.empty()) {
        pairs.push_back(
            {pair_hash(before, word), first_section + static_cast<std::uint32_t>(section)});
      }
      before = word;
    }
  }
  return pairs;
}

void append_bucket(std::string& out, std::vector<std::uint32_t>& sections) {
  sections.erase(std::unique(sections.begin(), sections.end()), sections.end());
  append_number(out, static_cast<std::uint32_t>(sections.size()));
  std::uint32_t next = 0;
  for (const std::uint32_t section : sections) {
    append_number(out, section - next);
    next = section + 1;
  }
}

}  // namespace

std::uint32_t pair_hash(std::string_view first, std::string_view second) {
  std::uint32_t hash = 0x811C9DC5U;
  const auto add = [&hash](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U; };
  for (const char c : first) add(c);
  add(' ');
  for (const char c : second) add(c);
  return hash;
}

PairShards make_pair_shards(std::string_view folder, const std::vector<IndexedPage>& pages,
                            const std::vector<IndexedWord>& words, unsigned jobs) {
  std::vector<std::uint32_t> first_sections;
  std::uint32_t sections = 0;
  for (const IndexedPage& page : pages) {
    first_sections.push_back(sections);
    sections += static_cast<std::uint32_t>(page.sections.size());
  }
  PairShards shards;
  shards.least = std::max(kLeastFrequent, sections / kFrequentShare);
  const Frequent frequent = find_frequent(words, shards.least);
  std::vector<std::vector<Pair>> pairs(pages.size());
  parallel_for(pages.size(), jobs, [&](std::size_t i) {
    pairs[i] = pairs_of(pages[i].words, first_sections[i], frequent);
  });
  std::size_t count = 0;
  for (const std::vector<Pair>& own : pairs) count += own.size();
  if (count == 0) return shards;

  // Small enough for a file, and large enough to be worth one; but not more than the sections can
  // tell apart.
  shards.buckets = static_cast<std::uint32_t>(
      std::bit_ceil(std::clamp<std::size_t>(count / kPairsInBucket, 64, 65536)));
  std::vector<std::vector<std::uint32_t>> buckets(shards.buckets);
  for (const std::vector<Pair>& own : pairs) {
    for (const Pair& pair : own) buckets[pair.hash % shards.buckets].push_back(pair.section);
  }
  std::vector<std::string> texts(buckets.size());
  parallel_for(buckets.size(), jobs, [&](std::size_t i) { append_bucket(texts[i], buckets[i]); });
  std::size_t size = 0;
  for (const std::string& text : texts) size += text.size();
  shards.per_file =
      static_cast<std::uint32_t>(std::max<std::size_t>(1, kShardSize * buckets.size() / size));
  for (std::size_t i = 0; i < texts.size();) {
    std::string text;
    for (std::size_t k = 0; k < shards.per_file && i < texts.size(); ++k) text += texts[i++];
    shards.files.push_back(make_shard(folder, "pairs", shards.files.size(), '"' + text + '"'));
  }
  return shards;
}

}  // namespace carnet
