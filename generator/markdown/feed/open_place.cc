#include "markdown/feed/open_place.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>

#include "markdown/cell_tags.h"

namespace carnet {
namespace {

// CommonMark counts seven kinds of HTML blocks; from this one on an empty line ends them.
constexpr int kFirstUntilEmptyLine = 6;

}  // namespace

bool OpenPlace::is_literal() const {
  const cmark_node& current = *parser_.current;
  return table_.is_in_pre() || current.type == CMARK_NODE_CODE_BLOCK ||
         (current.type == CMARK_NODE_HTML_BLOCK &&
          current.as.html_block_type < kFirstUntilEmptyLine);
}

bool OpenPlace::is_html_block() const { return parser_.current->type == CMARK_NODE_HTML_BLOCK; }

bool OpenPlace::is_html_until_empty_line() const {
  return is_html_block() && parser_.current->as.html_block_type >= kFirstUntilEmptyLine;
}

bool OpenPlace::is_pipe_table() const { return is_in_table(parser_); }

bool OpenPlace::is_paragraph() const { return parser_.current->type == CMARK_NODE_PARAGRAPH; }

std::size_t OpenPlace::item_columns() const {
  int columns = 0;
  for (const cmark_node* node = parser_.current; node != nullptr; node = node->parent) {
    if (node->type != CMARK_NODE_ITEM) continue;
    columns += node->as.list.marker_offset + node->as.list.padding;
  }
  return static_cast<std::size_t>(std::max(columns, 0));
}

bool OpenPlace::is_indented_code(std::string_view line) const {
  if (!line.starts_with('\t') && !line.starts_with("    ")) return false;
  for (const cmark_node* node = parser_.current; node != nullptr; node = node->parent) {
    if (node->type == CMARK_NODE_ITEM || node->type == CMARK_NODE_HTML_BLOCK) return false;
  }
  return true;
}

}  // namespace carnet
