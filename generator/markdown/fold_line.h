// A line that begins or ends a fold, by hand:
//
//     <details><summary>A **title**</summary>The *text*</details>
//
// For CommonMark all of it is HTML. GitBook's readers see Markdown in it, so such a line is cut
// into what is HTML and what is not.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace carnet {

struct FoldLine {
  struct Part {
    enum class Kind {
      Html,      // One or more tags, and the words of a summary without Markdown.
      Begin,     // The same; `<details>` is one of the tags.
      End,       // The same; `</details>` is the last of the tags.
      Markdown,  //
    };
    Kind kind = Kind::Html;
    std::size_t begin = 0;  // Bytes of the line. Between two parts there may be spaces.
    std::size_t end = 0;
    // Where a backslash keeps the words of a summary from being a list or a heading; npos: nowhere.
    std::size_t escape_at = std::string_view::npos;  // From `begin`.
  };

  std::vector<Part> parts;         // None: the line is to be read as it is.
  bool ends_with_summary = false;  // `</summary>` is the last thing on it.
};

enum class FoldPlace : std::uint8_t { Outside, Inside };

// `mark` is where the text of the line begins, behind indentation and marks of lists. Text before
// the first tag is the last of a fold, if the line stands inside of one.
FoldLine cut_fold_line(std::string_view line, std::size_t mark, FoldPlace place);

// Finds the lines that may have to be cut.
class FoldSearch {
 public:
  explicit FoldSearch(std::string_view text);

  // The first tag of a fold at or behind `from`, or the end of the text. To be asked from left to
  // right; all questions together cost one look at the text for each of the four tags.
  std::size_t find(std::size_t from);

 private:
  std::string_view text_;
  std::array<std::size_t, 4> next_;  // Of each of the tags.
};

}  // namespace carnet
