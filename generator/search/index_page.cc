#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "search/search_page.h"
#include "search/word_table.h"
#include "search/words.h"

namespace carnet {
namespace {

// The weight of how often a word stands in a text of `length` words, from 0 to 1, as in BM25
// (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009), against a section
// of usual length instead of the average one: what a page says must not change the others.
double text_weight(std::uint32_t count, std::size_t length) {
  constexpr double kSaturation = 1.2;
  constexpr double kByLength = 0.6;
  constexpr double kUsualLength = 120;
  const double by_length = 1 - kByLength + kByLength * static_cast<double>(length) / kUsualLength;
  return count / (count + kSaturation * by_length);
}

WordLevel text_level(std::uint32_t count, std::size_t length) {
  const double weight = text_weight(count, length);
  return static_cast<WordLevel>(std::min<double>(kTextLevels - 1, weight * kTextLevels));
}

WordLevel heading_level(std::size_t length) {
  constexpr WordLevel kFirst = kTextLevels;
  if (length <= 2) return kFirst + 2;
  return length <= 5 ? kFirst + 1 : kFirst;
}

WordLevel title_level(std::size_t length) {
  constexpr WordLevel kFirst = kTextLevels + kHeadingLevels;
  if (length <= 1) return kFirst + 3;
  if (length <= 3) return kFirst + 2;
  return length <= 6 ? kFirst + 1 : kFirst;
}

// Not the bits that choose the slot in a table.
std::size_t share_of(std::size_t hash) { return (hash >> 48) % kWordShares; }

class Indexer {
 public:
  PageWords index(const IndexedPage& page, std::string_view description) {
    table_.clear();
    letters_.clear();
    words_.clear();
    places_.clear();
    sequence_begins_.clear();
    // What the page lies below tells what it is about, a little.
    for (const std::string& name : page.above) {
      read(name);
      raise(0, 1);
    }
    sequence_.clear();
    sequence_begins_.push_back(0);
    read(page.title);
    raise(0, title_level(found_.size()));
    for (std::size_t i = 0; i < page.sections.size(); ++i) {
      const SearchSection& section = page.sections[i];
      if (i > 0) sequence_begins_.push_back(static_cast<std::uint32_t>(sequence_.size()));
      // A heading that is the same as before is that of a text that was cut.
      const bool is_cut = i > 0 && section.heading == page.sections[i - 1].heading &&
                          section.anchor == page.sections[i - 1].anchor;
      if (!section.heading.empty() && !is_cut) {
        std::string_view own = section.heading;
        const std::size_t last = own.rfind(kHeadingSeparator);
        if (last != own.npos) own.remove_prefix(last + kHeadingSeparator.size());
        read(own);
        raise(i, heading_level(found_.size()));
      }
      found_.clear();
      if (i == 0) read_more(description);
      read_more(section.text);
      count(i);
    }
    return sorted();
  }

 private:
  // A word while the page is read.
  struct Known {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::size_t hash = 0;
    std::uint32_t places = 0;      // How many.
    std::uint32_t last_place = 0;  // In places_.
    std::uint32_t count = 0;       // In the section that is read.
  };
  struct PlaceOfWord {
    std::uint32_t word = 0;
    PageWords::Place place;
  };

  void read(std::string_view text) {
    found_.clear();
    read_more(text);
  }
  void read_more(std::string_view text) {
    sequence_.push_back(PageWords::kNoWord);
    reader_.read(text, [this](std::string_view word, WordReader::Kind kind) {
      const std::uint32_t number = number_of(word);
      found_.push_back(number);
      if (kind == WordReader::Kind::Part) sequence_.push_back(number);
    });
  }

  // Words of what was read have at least this level in a section.
  void raise(std::size_t section, WordLevel level) {
    for (const std::uint32_t word : found_) put(word, section, level);
  }

  void count(std::size_t section) {
    for (const std::uint32_t word : found_) ++words_[word].count;
    for (const std::uint32_t word : found_) {
      std::uint32_t& count = words_[word].count;
      if (count == 0) continue;
      put(word, section, text_level(count, found_.size()));
      count = 0;
    }
  }

  void put(std::uint32_t number, std::size_t section, WordLevel level) {
    Known& word = words_[number];
    if (word.places > 0) {
      PageWords::Place& last = places_[word.last_place].place;
      if (last.section == section) {
        last.level = std::max(last.level, level);
        return;
      }
    }
    word.last_place = static_cast<std::uint32_t>(places_.size());
    ++word.places;
    places_.push_back({number, {static_cast<std::uint32_t>(section), level}});
  }

  std::uint32_t number_of(std::string_view word) {
    const std::size_t hash = hash_word(word);
    const std::uint32_t number = table_.find_or_add(hash, [&](std::uint32_t known) {
      return std::string_view(letters_).substr(words_[known].begin, words_[known].size) == word;
    });
    if (number == words_.size()) {
      words_.push_back({static_cast<std::uint32_t>(letters_.size()),
                        static_cast<std::uint32_t>(word.size()), hash});
      letters_ += word;
    }
    return number;
  }

  // By share, and each word's places together.
  PageWords sorted() {
    PageWords sorted;
    sorted.letters = letters_;
    for (const Known& word : words_) ++sorted.shares.at(share_of(word.hash) + 1);
    for (std::size_t i = 0; i < kWordShares; ++i) sorted.shares.at(i + 1) += sorted.shares.at(i);
    std::array<std::uint32_t, kWordShares + 1> next = sorted.shares;
    std::vector<std::uint32_t> numbers(words_.size());
    sorted.words.resize(words_.size() + 1);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Known& word = words_[i];
      numbers[i] = next.at(share_of(word.hash))++;
      sorted.words[numbers[i]] = {word.begin, word.size, word.places, word.hash};
    }
    std::uint32_t sum = 0;
    for (PageWords::Word& word : sorted.words) {
      const std::uint32_t count = std::exchange(word.first_place, sum);
      sum += count;
    }
    std::vector<std::uint32_t> ends;
    ends.reserve(sorted.words.size());
    for (const PageWords::Word& word : sorted.words) ends.push_back(word.first_place);
    sorted.places.resize(places_.size());
    for (const PlaceOfWord& place : places_)
      sorted.places[ends[numbers[place.word]]++] = place.place;
    for (std::uint32_t& number : sequence_) {
      if (number != PageWords::kNoWord) number = numbers[number];
    }
    sorted.sequence = sequence_;
    sorted.sequence_begins = sequence_begins_;
    return sorted;
  }

  WordReader reader_;
  WordTable table_;
  std::string letters_;
  std::vector<Known> words_;
  std::vector<PlaceOfWord> places_;
  std::vector<std::uint32_t> found_;  // Of the text that was read last.
  std::vector<std::uint32_t> sequence_;
  std::vector<std::uint32_t> sequence_begins_;
};

}  // namespace

IndexedPage index_page(SearchPage page) {
  IndexedPage indexed;
  indexed.title = tidy_text(page.title);
  indexed.url = std::move(page.url);
  indexed.above.reserve(page.above.size());
  for (const std::string& name : page.above) indexed.above.push_back(tidy_text(name));
  indexed.language = std::move(page.language);
  indexed.sections = read_page_text(page.html);
  const std::string description = tidy_text(page.description);
  static thread_local Indexer indexer;
  indexed.words = indexer.index(indexed, description);
  // It is shown, too: what is found must be seen.
  std::string& text = indexed.sections.front().text;
  if (!description.empty()) text = text.empty() ? description : description + " " + text;
  return indexed;
}

}  // namespace carnet
