// A page as the search needs it.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/page_text.h"

namespace carnet {

struct SearchPage {
  std::string title;
  std::string url;                 // From the root of the site, encoded.
  std::vector<std::string> above;  // What it is called that the page lies below, outermost first.
  std::string description;
  std::string language;   // BCP 47.
  std::string_view html;  // Of its content, see read_page_text.
};

// How much a word says of a section: higher is more.
using WordLevel = std::uint8_t;
inline constexpr WordLevel kTextLevels = 5;     // 0 to 4: by how often it stands in the text.
inline constexpr WordLevel kHeadingLevels = 3;  // 5 to 7: in a heading, by the heading's length.
inline constexpr WordLevel kTitleLevels = 4;    // 8 to 11: in the title of the page.
inline constexpr WordLevel kWordLevels = kTextLevels + kHeadingLevels + kTitleLevels;

// Words are dealt out by their hash, so that shares can be worked on side by side.
inline constexpr std::size_t kWordShares = 16;

// The words of one page, each once, share by share.
struct PageWords {
  struct Place {
    std::uint32_t section = 0;  // From the beginning of the page.
    WordLevel level = 0;
  };
  struct Word {
    std::uint32_t begin = 0;  // In `letters`.
    std::uint32_t size = 0;
    std::uint32_t first_place = 0;  // In `places`, up to that of the next word.
    std::size_t hash = 0;
  };
  static constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

  std::string letters;
  std::vector<Word> words;  // And one more, behind the last.
  // The parts (words.h) of titles, headings and texts in their order, by their numbers, with
  // kNoWord between them; and where those of each section begin.
  std::vector<std::uint32_t> sequence;
  std::vector<std::uint32_t> sequence_begins;
  std::vector<Place> places;
  std::array<std::uint32_t, kWordShares + 1> shares{};  // Where each begins in `words`.

  std::string_view text_of(const Word& word) const {
    return std::string_view(letters).substr(word.begin, word.size);
  }
};

// What an index takes from a page.
struct IndexedPage {
  std::string title;
  std::string url;
  std::vector<std::string> above;
  std::string language;
  std::vector<SearchSection> sections;  // Never empty.
  PageWords words;
};

// Reads a page; pages are independent of each other.
IndexedPage index_page(SearchPage page);

}  // namespace carnet
