#include "search/pair_shards.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "search/numbers.h"
#include "search/shard.h"
#include "search/word_table.h"

namespace carnet {
namespace {

constexpr std::size_t kShardSize = 8'000;
// A word in one of so many sections is frequent. More would make the index larger than the texts
// that can be looked at instead.
constexpr std::uint32_t kFrequentShare = 30;
constexpr std::uint32_t kLeastFrequent = 12;
constexpr std::size_t kPairsInBucket = 48;

// Frequent words as they are spelt.
class Frequent {
 public:
  Frequent(const std::vector<IndexedWord>& words, std::uint32_t least) {
    for (std::size_t i = 0; i < words.size();) {
      std::size_t end = i;
      std::size_t places = 0;
      for (; end < words.size() && words[end].folded == words[i].folded; ++end)
        places += words[end].postings.size();
      for (; i < end; ++i) {
        if (places >= least) words_.push_back({hash_word(words[i].word), &words[i]});
      }
    }
    std::sort(words_.begin(), words_.end(),
              [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    for (const Entry& entry : words_) may_hold_[entry.hash % may_hold_.size()] = true;
  }

  // Folded; empty for one that is not frequent.
  std::string_view find(std::uint64_t hash, std::string_view word) const {
    const auto [begin, end] =
        std::equal_range(words_.begin(), words_.end(), Entry{hash, nullptr},
                         [](const Entry& a, const Entry& b) { return a.hash < b.hash; });
    for (auto entry = begin; entry != end; ++entry) {
      if (entry->word->word == word) return entry->word->folded;
    }
    return {};
  }
  // Whether find() is worth it.
  bool may_hold(std::uint64_t hash) const { return may_hold_[hash % may_hold_.size()]; }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    const IndexedWord* word = nullptr;
  };

  std::vector<Entry> words_;  // By hash.
  std::vector<bool> may_hold_ = std::vector<bool>(16'384);
};

struct Pair {
  std::uint32_t hash = 0;
  std::uint32_t section = 0;
};

std::vector<Pair> pairs_of(const PageWords& page, std::uint32_t first_section,
                           const Frequent& frequent) {
  std::vector<std::string_view> folded(page.words.size());
  for (std::size_t i = 0; i + 1 < page.words.size(); ++i) {
    const PageWords::Word& word = page.words[i];
    if (frequent.may_hold(word.hash)) folded[i] = frequent.find(word.hash, page.text_of(word));
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

// The sections of each bucket in a row.
class Buckets {
 public:
  Buckets(const std::vector<std::vector<Pair>>& pairs, std::uint32_t count) : begins_(count + 1) {
    for (const std::vector<Pair>& own : pairs) {
      for (const Pair& pair : own) ++begins_[pair.hash % count + 1];
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    sections_.resize(begins_.back());
    std::vector<std::uint32_t> next = begins_;
    for (const std::vector<Pair>& own : pairs) {
      for (const Pair& pair : own) sections_[next[pair.hash % count]++] = pair.section;
    }
  }

  std::string text_of(std::size_t bucket) const {
    const auto begin = sections_.begin() + begins_[bucket];
    const auto end = sections_.begin() + begins_[bucket + 1];
    std::string text;
    std::uint32_t count = 0;
    std::uint32_t next = 0;
    for (auto section = begin; section != end; ++section) {
      if (section != begin && *section == *(section - 1)) continue;
      append_number(text, *section - next);
      next = *section + 1;
      ++count;
    }
    std::string counted;
    append_number(counted, count);
    return counted + text;
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> sections_;
};

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
  if (pages.empty()) return {};
  const std::vector<std::uint32_t> first_sections = first_sections_of(pages);
  const std::uint32_t sections =
      first_sections.back() + static_cast<std::uint32_t>(pages.back().sections.size());
  PairShards shards;
  shards.least = std::max(kLeastFrequent, sections / kFrequentShare);
  const Frequent frequent(words, shards.least);
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
  const Buckets buckets(pairs, shards.buckets);
  std::vector<std::string> texts(shards.buckets);
  parallel_for(texts.size(), jobs, [&](std::size_t i) { texts[i] = buckets.text_of(i); });
  std::size_t size = 0;
  for (const std::string& text : texts) size += text.size();
  shards.per_file =
      static_cast<std::uint32_t>(std::max<std::size_t>(1, kShardSize * texts.size() / size));
  for (std::size_t i = 0; i < texts.size();) {
    std::string text;
    for (std::size_t k = 0; k < shards.per_file && i < texts.size(); ++k) text += texts[i++];
    shards.files.push_back(make_shard(folder, "pairs", shards.files.size(), '"' + text + '"'));
  }
  return shards;
}

}  // namespace carnet
