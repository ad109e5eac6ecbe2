// Numbers and texts as the shards of an index hold them: short, and such that they may stand
// between the quotes of a script as they are. assets/search/numbers.js reads them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

// Below this, a number takes as many bytes as its place says: one, two, three, else five.
inline constexpr std::uint32_t kOneByteNumbers = 56;
inline constexpr std::uint32_t kTwoByteNumbers = kOneByteNumbers + 29 * 93;
inline constexpr std::uint32_t kThreeByteNumbers = kTwoByteNumbers + 7 * 93 * 93;

// Appends a number below 93^4 + kThreeByteNumbers in digits of base 93: printable ASCII
// without `"` and `\`.
void append_number(std::string& out, std::uint32_t number);

// How many UTF-16 units a text has: what a browser calls its length.
std::size_t browser_size(std::string_view text);

// Appends the length of a text in UTF-16 units, and the text, which must be without quotes,
// backslashes and line ends.
void append_counted(std::string& out, std::string_view text);

// How many bytes two texts share at their beginning, in whole characters.
std::size_t shared_size(std::string_view a, std::string_view b);

// Appends how many UTF-16 units `text` shares with the beginning of `before`, and the rest of it,
// counted.
void append_against(std::string& out, std::string_view before, std::string_view text);

}  // namespace carnet
