#include "search/word_shards.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/parallel.h"
#include "base/text.h"
#include "search/letters.h"
#include "search/numbers.h"
#include "search/shard.h"

namespace carnet {
namespace {

constexpr std::size_t kShardSize = 9'000;
constexpr std::size_t kMorePiece = 24'000;
constexpr std::size_t kMostInline = 1'500;
constexpr std::size_t kManyWords = 24;
constexpr std::size_t kChosenWords = 12;
constexpr std::size_t kChosenPostings = 32;
constexpr std::size_t kFewWords = kManyWords;
constexpr std::uint32_t kExplicitStems = 40;

enum class Kind : std::uint8_t { Word, LongWord, Stem, Prefix, ShortPrefix, RareWord };
constexpr std::uint32_t kKinds = 6;

struct Record {
  std::string_view sort_key;  // What it is looked up by.
  std::string_view key;       // What is written.
  Kind kind = Kind::Word;
  std::string body{};
};

// The order of records with the same key.
int rank(Kind kind) {
  switch (kind) {
    case Kind::Prefix:
    case Kind::ShortPrefix: return 0;
    case Kind::Stem: return 1;
    default: return 2;
  }
}

bool is_record_before(const Record& a, const Record& b) {
  const int order = compare_in_browser(a.sort_key, b.sort_key);
  return order != 0 ? order < 0 : rank(a.kind) < rank(b.kind);
}

// Writes postings, which are by section.
class PostingWriter {
 public:
  explicit PostingWriter(std::string& out) : out_(out) {}
  void add(const Posting& posting) {
    append_number(out_, (posting.section - next_) * kWordLevels + posting.level);
    next_ = posting.section + 1;
  }
  // What follows stands in another file.
  void begin_again() { next_ = 0; }

 private:
  std::string& out_;
  std::uint32_t next_ = 0;
};

void append_postings(std::string& out, const std::vector<Posting>& postings) {
  PostingWriter writer(out);
  for (const Posting& posting : postings) writer.add(posting);
}

// The `count` postings of the highest levels, and the others; both by section.
std::pair<std::vector<Posting>, std::vector<Posting>> split_by_level(
    const std::vector<Posting>& postings, std::size_t count) {
  std::array<std::size_t, kWordLevels> of_level{};
  for (const Posting& posting : postings) ++of_level.at(posting.level);
  std::size_t level = kWordLevels;
  std::size_t above = 0;
  while (level > 0 && above + of_level.at(level - 1) <= count) above += of_level.at(--level);
  std::size_t of_last = count - above;  // Of the level below.
  std::pair<std::vector<Posting>, std::vector<Posting>> parts;
  for (const Posting& posting : postings) {
    const bool is_last = level > 0 && posting.level == level - 1 && of_last > 0;
    if (is_last) --of_last;
    (posting.level >= level || is_last ? parts.first : parts.second).push_back(posting);
  }
  return parts;
}

// How likely a word is what somebody has in mind who has typed its beginning.
std::size_t importance(const IndexedWord& word) {
  std::size_t sum = 0;
  for (const Posting& posting : word.postings)
    sum += posting.level >= kTextLevels + kHeadingLevels ? 8 : posting.level >= kTextLevels ? 3 : 1;
  return sum;
}

// more-N.js, one after the other.
class MoreShards {
 public:
  explicit MoreShards(std::string_view folder) : folder_(folder) {}

  // Returns the first file and how many of them.
  std::pair<std::uint32_t, std::uint32_t> add(std::string_view word,
                                              const std::vector<Posting>& postings) {
    if (text_.size() > kMorePiece) flush();
    const std::size_t first = files_.size();
    std::string piece;
    std::uint32_t count = 0;
    PostingWriter writer(piece);
    for (const Posting& posting : postings) {
      writer.add(posting);
      ++count;
      if (piece.size() < kMorePiece) continue;
      put(word, count, piece);
      flush();
      piece.clear();
      count = 0;
      writer.begin_again();
    }
    if (count > 0) put(word, count, piece);
    const std::size_t last = text_.empty() ? files_.size() : files_.size() + 1;
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last - first)};
  }

  std::vector<OutputFile> take() {
    flush();
    return std::move(files_);
  }

 private:
  void put(std::string_view word, std::uint32_t count, std::string_view postings) {
    append_counted(text_, word);
    append_number(text_, count);
    text_ += postings;
  }
  void flush() {
    if (text_.empty()) return;
    files_.push_back(make_shard(folder_, "more", files_.size(), '"' + text_ + '"'));
    text_.clear();
  }

  std::string_view folder_;
  std::vector<OutputFile> files_;
  std::string text_;
};

class Builder {
 public:
  Builder(std::string_view folder, const std::vector<IndexedWord>& words, unsigned jobs)
      : folder_(folder), words_(words), jobs_(jobs), more_(folder) {}

  WordShards build() {
    add_words();
    add_stems();
    add_prefixes();
    // Words are in order already, and spellings of the same folded word stay in theirs.
    std::sort(lists_.begin(), lists_.end(), is_record_before);
    std::vector<Record> words = std::move(records_);
    records_.clear();
    records_.reserve(words.size() + lists_.size());
    std::merge(std::make_move_iterator(words.begin()), std::make_move_iterator(words.end()),
               std::make_move_iterator(lists_.begin()), std::make_move_iterator(lists_.end()),
               std::back_inserter(records_), is_record_before);
    WordShards shards = cut();
    for (OutputFile& file : more_.take()) shards.files.push_back(std::move(file));
    return shards;
  }

 private:
  void add_words() {
    records_.resize(words_.size());
    parallel_for(words_.size(), jobs_, [&](std::size_t i) {
      const IndexedWord& word = words_[i];
      Record& record = records_[i];
      record.sort_key = word.folded;
      record.key = word.word;
      append_stems(record.body, word);
      if (word.postings.size() == 1) {
        record.kind = Kind::RareWord;
      } else {
        append_number(record.body, static_cast<std::uint32_t>(word.postings.size()));
      }
      if (word.postings.size() <= kMostInline) append_postings(record.body, word.postings);
    });
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const IndexedWord& word = words_[i];
      if (word.postings.size() <= kMostInline) continue;
      Record& record = records_[i];
      record.kind = Kind::LongWord;
      const auto [best, others] = split_by_level(word.postings, kMostInline);
      append_number(record.body, static_cast<std::uint32_t>(best.size()));
      const auto [first, count] = more_.add(word.word, others);
      append_number(record.body, first);
      append_number(record.body, count);
      append_postings(record.body, best);
    }
  }

  static void append_stems(std::string& out, const IndexedWord& word) {
    const std::string& stem = word.stems.front();
    if (word.stems.size() == 1 && word.folded.starts_with(stem)) {
      const std::size_t cut = browser_size(std::string_view(word.folded).substr(stem.size()));
      if (cut < kExplicitStems) {
        append_number(out, static_cast<std::uint32_t>(cut));
        return;
      }
    }
    append_number(out, kExplicitStems + static_cast<std::uint32_t>(word.stems.size()));
    for (const std::string& one : word.stems) append_counted(out, one);
  }

  void add_stems() {
    std::vector<std::pair<std::string_view, std::size_t>> by_stem;
    by_stem.reserve(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const std::string& stem : words_[i].stems) by_stem.emplace_back(stem, i);
    }
    std::sort(by_stem.begin(), by_stem.end());
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < by_stem.size();) {
      const std::string_view stem = by_stem[i].first;
      numbers.clear();
      for (; i < by_stem.size() && by_stem[i].first == stem; ++i)
        numbers.push_back(by_stem[i].second);
      if (numbers.size() > 1 && !are_easy_to_find(stem, numbers))
        lists_.push_back(list_record(Kind::Stem, stem, numbers));
    }
  }

  // Whether all words of a stem are among the few that begin with it: then a look at those tells
  // which they are.
  bool are_easy_to_find(std::string_view stem, const std::vector<std::size_t>& numbers) const {
    const auto first = std::lower_bound(words_.begin(), words_.end(), stem,
                                        [](const IndexedWord& word, std::string_view key) {
                                          return is_before_in_browser(word.folded, key);
                                        });
    const auto begin = static_cast<std::size_t>(first - words_.begin());
    const auto is_near = [&](std::size_t number) {
      return words_[number].folded.starts_with(stem) && number < begin + kFewWords;
    };
    const std::size_t end = begin + kFewWords;
    const bool are_few = end >= words_.size() || !words_[end].folded.starts_with(stem);
    return are_few && std::all_of(numbers.begin(), numbers.end(), is_near);
  }

  Record list_record(Kind kind, std::string_view key, const std::vector<std::size_t>& numbers) {
    Record record{key, key, kind};
    append_number(record.body, static_cast<std::uint32_t>(numbers.size()));
    for (const std::size_t number : numbers) append_against(record.body, key, words_[number].word);
    return record;
  }

  // Words are by their folded forms: those with the same beginning stand together.
  void add_prefixes() {
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    std::vector<std::string_view> keys;
    collect_ranges(0, words_.size(), 0, ranges, keys);
    const std::size_t first = lists_.size();
    lists_.resize(first + ranges.size());
    importance_.resize(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) importance_[i] = importance(words_[i]);
    parallel_for(ranges.size(), jobs_, [&](std::size_t i) {
      const auto [begin, end] = ranges[i];
      lists_[first + i] = browser_size(keys[i]) <= 2 ? union_record(keys[i], begin, end)
                                                     : chosen_record(keys[i], begin, end);
    });
  }

  // The ranges of more than kManyWords words that go on after `size` bytes in the same way.
  void collect_ranges(std::size_t begin, std::size_t end, std::size_t size,
                      std::vector<std::pair<std::size_t, std::size_t>>& ranges,
                      std::vector<std::string_view>& keys) const {
    while (begin < end && words_[begin].folded.size() <= size) ++begin;
    while (begin < end) {
      const std::string_view folded = words_[begin].folded;
      std::size_t next = size;
      next_code_point(folded, next);
      const std::string_view key = folded.substr(0, next);
      std::size_t last = begin;
      while (last < end && words_[last].folded.starts_with(key)) ++last;
      if (last - begin > kManyWords) {
        ranges.emplace_back(begin, last);
        keys.push_back(key);
        collect_ranges(begin, last, next, ranges, keys);
      }
      begin = last;
    }
  }

  Record chosen_record(std::string_view key, std::size_t begin, std::size_t end) {
    std::vector<std::size_t> chosen(end - begin);
    std::iota(chosen.begin(), chosen.end(), begin);
    const std::size_t count = std::min(kChosenWords, chosen.size());
    std::partial_sort(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(count),
                      chosen.end(), [&](std::size_t a, std::size_t b) {
                        return importance_[a] != importance_[b] ? importance_[a] > importance_[b]
                                                                : a < b;
                      });
    chosen.resize(count);
    return list_record(Kind::Prefix, key, chosen);
  }

  Record union_record(std::string_view key, std::size_t begin, std::size_t end) const {
    std::uint32_t sections = 0;
    for (std::size_t i = begin; i < end; ++i)
      sections = std::max(sections, words_[i].postings.back().section + 1);
    std::vector<std::uint8_t> levels(sections);  // Plus one; 0 for none.
    for (std::size_t i = begin; i < end; ++i) {
      for (const Posting& posting : words_[i].postings) {
        std::uint8_t& level = levels[posting.section];
        level = std::max<std::uint8_t>(level, posting.level + 1);
      }
    }
    std::vector<Posting> postings;
    for (std::uint32_t i = 0; i < sections; ++i) {
      if (levels[i] > 0) postings.push_back({i, static_cast<WordLevel>(levels[i] - 1)});
    }
    postings = split_by_level(postings, std::min(kChosenPostings, postings.size())).first;
    Record record{key, key, Kind::ShortPrefix};
    append_number(record.body, static_cast<std::uint32_t>(postings.size()));
    append_postings(record.body, postings);
    return record;
  }

  WordShards cut() {
    WordShards shards;
    std::string text;
    std::string_view before;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const Record& record = records_[i];
      // Records with the same key stay together.
      if (text.size() + record.body.size() > kShardSize && !text.empty() &&
          record.sort_key != records_[i - 1].sort_key) {
        flush(shards, text);
        before = {};
      }
      if (text.empty()) {
        if (!shards.first_keys.empty()) shards.first_keys += ' ';
        shards.first_keys += record.sort_key;
      }
      const std::size_t shared = shared_size(before, record.key);
      const auto units = static_cast<std::uint32_t>(browser_size(record.key.substr(0, shared)));
      append_number(text, units * kKinds + static_cast<std::uint32_t>(record.kind));
      append_counted(text, record.key.substr(shared));
      text += record.body;
      before = record.key;
    }
    flush(shards, text);
    return shards;
  }

  void flush(WordShards& shards, std::string& text) const {
    if (text.empty()) return;
    shards.files.push_back(make_shard(folder_, "words", shards.files.size(), '"' + text + '"'));
    text.clear();
  }

  std::string_view folder_;
  const std::vector<IndexedWord>& words_;
  unsigned jobs_;
  std::vector<Record> records_;
  std::vector<Record> lists_;  // Those of more than one word.
  std::vector<std::size_t> importance_;
  MoreShards more_;
};

}  // namespace

WordShards make_word_shards(std::string_view folder, const std::vector<IndexedWord>& words,
                            unsigned jobs) {
  return Builder(folder, words, jobs).build();
}

}  // namespace carnet
