// What the next line of a page will stand in, as far as cmark-gfm has read.
//
// Only cmark-gfm knows where a list, a quote or code ends, so whoever feeds it asks before each
// line, and never remembers an answer.

#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/html_table.h"

struct cmark_parser;

namespace carnet {

class OpenPlace {
 public:
  // Both must outlive it.
  OpenPlace(const cmark_parser& parser, const HtmlTable& table) : parser_(parser), table_(table) {}

  // In code, a comment, `<pre>` and the like: the line is text, whatever it looks like.
  bool is_literal() const;
  // In any raw HTML, and in such as an empty line ends.
  bool is_html_block() const;
  bool is_html_until_empty_line() const;
  bool is_html_table() const { return table_.is_open(); }
  bool is_pipe_table() const;  // The line may be a row of one.
  bool is_paragraph() const;

  // Where text in the innermost open item of a list begins; 0 outside of lists.
  std::size_t item_columns() const;
  // Four spaces make code of a line, except where they are the indentation of an item.
  bool is_indented_code(std::string_view line) const;

 private:
  const cmark_parser& parser_;
  const HtmlTable& table_;
};

}  // namespace carnet
