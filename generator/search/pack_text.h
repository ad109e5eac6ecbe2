// Text made shorter by naming what stood in it before (LZ77), for readers that have nothing but
// a script tag to load it with: characters, no bytes. assets/search/unpack.js reads it.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// Appends a template literal, with its backquotes, that stands for `text`. In front stands the
// code unit that references begin at. A reference is one code unit from there on:
//   (length - 4) * distances + (distance - 1)
// in UTF-16 units back, see PackLayout. A unit that could be taken for one has U+0001 before it.
// `text` holds no control characters but tabs, line ends and U+0002.
void append_packed(std::string& out, std::string_view text);

// Where references are, and how far they reach.
struct PackLayout {
  char16_t first = 0;
  std::size_t lengths = 0;    // From 4 on.
  std::size_t distances = 0;  // From 1 on.
};
// In the range of Chinese and Korean letters, which most texts have none of.
inline constexpr PackLayout kWidePacking{0x3000, 12, 3584};
// In the private use area, for those that do.
inline constexpr PackLayout kNarrowPacking{0xE000, 8, 800};

}  // namespace carnet
