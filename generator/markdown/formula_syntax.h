// `$$x^2$$` in a line of text, and formulas on lines of their own.
//
// Nothing in a formula is Markdown: no emphasis, no escapes, no lists. So cmark-gfm has to know
// of formulas while it parses. In a line, an extension takes them (make_tag_extension adds it).
// Those on lines of their own are handed to cmark-gfm as fenced code (see FormulaFeeder), because
// then its own rules say where in quotes and lists such a block ends.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

struct cmark_node;
struct cmark_syntax_extension;

namespace carnet {

// Makes `extension` take `$$...$$` in lines of text: nodes whose literal is the source of the
// formula, for which is_formula() is true.
void add_formula_syntax(cmark_syntax_extension* extension);
bool is_formula(const cmark_node& node);

// A formula on lines of its own, in offsets of the text.
struct FormulaBlock {
  std::size_t source_begin = 0;  // Behind the opening `$$`.
  std::size_t source_end = 0;    // Where the closing `$$` begins ...
  std::size_t end = 0;           // ... and where its line ends, with the `\n`.
};

// The block that begins with the `$$` at `open`, the first of its line's text: nothing if it
// ends on the same line, if nothing closes it before `limit`, or if more text follows on the
// closing line. Without text behind the opening `$$` a formula may hold empty lines.
std::optional<FormulaBlock> find_formula_block(std::string_view text, std::size_t open,
                                               std::size_t limit);

}  // namespace carnet
