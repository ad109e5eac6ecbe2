#include "search/vocabulary.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "base/parallel.h"
#include "search/letters.h"
#include "search/stemmer.h"
#include "search/word_table.h"

namespace carnet {
namespace {

struct Language {
  std::string_view tag;
  std::uint32_t bit = 0;
};

// The words of one share, in the order in which they came.
class Share {
 public:
  Share(const std::vector<IndexedPage>& pages, const std::vector<std::uint32_t>& first_sections,
        const std::vector<Language>& languages)
      : pages_(pages), first_sections_(first_sections), languages_(languages) {}

  std::vector<IndexedWord> collect(std::size_t share) {
    // First which words there are and how many places they have, then the places.
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> counts;
    for_each(share, [&](const PageWords& on_page, std::size_t k, std::size_t page) {
      const PageWords::Word& word = on_page.words[k];
      const std::string_view text = on_page.text_of(word);
      const std::uint32_t number = table_.find_or_add(
          word.hash, [&](std::uint32_t known) { return words_[known].word == text; });
      if (number == words_.size()) {
        words_.push_back({std::string(text), fold_word(text), {}, {}});
        spoken_.push_back(0);
        counts.push_back(0);
      }
      spoken_[number] |= 1U << languages_[page].bit;
      counts[number] += on_page.words[k + 1].first_place - word.first_place;
      numbers.push_back(number);
    });
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i].postings.reserve(counts[i]);
    auto number = numbers.begin();
    for_each(share, [&](const PageWords& on_page, std::size_t k, std::size_t page) {
      std::vector<Posting>& postings = words_[*number++].postings;
      const std::size_t end = on_page.words[k + 1].first_place;
      for (std::size_t i = on_page.words[k].first_place; i < end; ++i) {
        const PageWords::Place& place = on_page.places[i];
        postings.push_back({first_sections_[page] + place.section, place.level});
      }
    });
    add_stems();
    return std::move(words_);
  }

 private:
  // Calls use(words of a page, number of a word on it, number of the page).
  template <typename Use>
  void for_each(std::size_t share, const Use& use) const {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PageWords& on_page = pages_[i].words;
      for (std::size_t k = on_page.shares.at(share); k < on_page.shares.at(share + 1); ++k)
        use(on_page, k, i);
    }
  }

  void add_stems() {
    std::map<std::uint32_t, std::string_view> tags;
    for (const Language& language : languages_) tags.emplace(language.bit, language.tag);
    for (const auto& [bit, tag] : tags) {
      Stemmer stemmer(tag);
      for (std::size_t i = 0; i < words_.size(); ++i) {
        if ((spoken_[i] & (1U << bit)) == 0) continue;
        std::vector<std::string>& stems = words_[i].stems;
        std::string stem = stemmer.stem(words_[i].word);
        if (std::find(stems.begin(), stems.end(), stem) == stems.end())
          stems.push_back(std::move(stem));
      }
    }
  }

  const std::vector<IndexedPage>& pages_;
  const std::vector<std::uint32_t>& first_sections_;
  const std::vector<Language>& languages_;
  WordTable table_;
  std::vector<IndexedWord> words_;
  std::vector<std::uint32_t> spoken_;  // Bits of languages, word by word.
};

// A word where it is sorted. What decides nearly always stands in front, so that the words
// themselves are seldom looked at.
struct SortedWord {
  std::uint64_t prefix = 0;
  IndexedWord* word = nullptr;

  bool operator<(const SortedWord& other) const {
    if (prefix != other.prefix) return prefix < other.prefix;
    const int order = compare_in_browser(word->folded, other.word->folded);
    return order != 0 ? order < 0 : is_before_in_browser(word->word, other.word->word);
  }
};

// The language of each page: the first 31 have a bit of their own, the others share one.
std::vector<Language> languages_of(const std::vector<IndexedPage>& pages) {
  std::map<std::string_view, std::uint32_t> bits;
  std::vector<Language> languages;
  languages.reserve(pages.size());
  for (const IndexedPage& page : pages) {
    const std::string_view name = stemmer_name(page.language);
    const auto next = static_cast<std::uint32_t>(std::min<std::size_t>(bits.size(), 31));
    languages.push_back({page.language, bits.emplace(name, next).first->second});
  }
  return languages;
}

}  // namespace

std::vector<std::uint32_t> first_sections_of(const std::vector<IndexedPage>& pages) {
  std::vector<std::uint32_t> firsts;
  firsts.reserve(pages.size());
  std::uint32_t count = 0;
  for (const IndexedPage& page : pages) {
    firsts.push_back(count);
    count += static_cast<std::uint32_t>(page.sections.size());
  }
  return firsts;
}

std::vector<IndexedWord> make_vocabulary(const std::vector<IndexedPage>& pages, unsigned jobs) {
  const std::vector<std::uint32_t> first_sections = first_sections_of(pages);
  const std::vector<Language> languages = languages_of(pages);
  std::vector<std::vector<IndexedWord>> shares(kWordShares);
  std::vector<std::vector<SortedWord>> sorted(kWordShares);
  parallel_for(kWordShares, jobs, [&](std::size_t i) {
    shares[i] = Share(pages, first_sections, languages).collect(i);
    sorted[i].reserve(shares[i].size());
    for (IndexedWord& word : shares[i]) sorted[i].push_back({browser_prefix(word.folded), &word});
    std::sort(sorted[i].begin(), sorted[i].end());
  });
  for (std::size_t width = 1; width < kWordShares; width *= 2) {
    parallel_for(kWordShares / (2 * width), jobs, [&](std::size_t i) {
      std::vector<SortedWord>& left = sorted[i * 2 * width];
      std::vector<SortedWord>& right = sorted[i * 2 * width + width];
      std::vector<SortedWord> both(left.size() + right.size());
      std::merge(left.begin(), left.end(), right.begin(), right.end(), both.begin());
      left.swap(both);
    });
  }
  std::vector<IndexedWord> words;
  words.reserve(sorted.front().size());
  for (const SortedWord& sorted_word : sorted.front())
    words.push_back(std::move(*sorted_word.word));
  return words;
}

}  // namespace carnet
