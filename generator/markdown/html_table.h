// A `<table>` of raw HTML that goes on over several lines of Markdown.
//
// For CommonMark an empty line ends HTML, and what is indented behind it is code. A table that
// somebody wrote by hand, or that holds `<pre>`, would fall to pieces.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace carnet {

// Knows, line by line, whether a table is open.
class HtmlTable {
 public:
  void read(std::string_view line);
  void end() { *this = {}; }

  bool is_open() const { return tables_ > 0; }
  // In a `<pre>` of the table: all lines are text.
  bool is_in_pre() const { return is_open() && is_in_pre_; }

 private:
  std::size_t tables_ = 0;
  bool is_in_pre_ = false;
};

// Finds the tags of tables in a text, with few looks at it.
class TableSearch {
 public:
  explicit TableSearch(std::string_view text) : text_(text) {}

  // The next `<table` at or behind `from`, or the end of the text. To be asked from left to right.
  std::size_t find(std::size_t from);
  // The last `</table`: what is behind it closes no table. 0 if there is none.
  std::size_t last_end();

 private:
  std::string_view text_;
  std::size_t next_ = std::string_view::npos;  // Not searched yet.
  std::optional<std::size_t> last_end_;
};

// True if HTML goes on at the start of this line: a tag of a row, a cell, a paragraph, ... What
// begins otherwise, perhaps with `<b>`, is Markdown.
bool begins_with_block_tag(std::string_view line);

}  // namespace carnet
