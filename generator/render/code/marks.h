// `[!code ++]` and its kind: comments at the end of a line of code that say how to show it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

enum class LineMark : std::uint8_t { None, Added, Removed, Marked };

struct MarkedCode {
  // Some bytes of the code that are not in `text`.
  struct Cut {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t removed = 0;  // By the cuts before.
  };

  std::string text;             // Without the comments that are marks.
  std::vector<LineMark> lines;  // One for each line; empty if nothing is marked.
  std::vector<Cut> cuts;        // In their order.

  // Where in `text` a place of the code is.
  std::size_t place_of(std::size_t place) const;
};

// Reads `// [!code ++]`, `[!code --]`, `[!code highlight]` (`hl`) and `[!code focus]` behind the
// usual signs for a comment. `[!code ++:3]` marks three lines. A line that is nothing but a mark is
// left out and marks what follows. Anything else stays in the text.
//
// In Markdown only `<!-- -->` is a comment: so a text about marks can show them.
MarkedCode read_code_marks(std::string_view code, std::string_view language);

// How many lines a text has; what its last line end ends counts once.
std::size_t count_lines(std::string_view text);

}  // namespace carnet
