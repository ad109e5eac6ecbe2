#include "markdown/blank.h"

#include "base/text.h"

namespace carnet {

bool is_blank(const Node& node) {
  return node.kind == NodeKind::SoftBreak ||
         (node.kind == NodeKind::Text && trim(node.text).empty());
}

bool is_break(const Node& node) {
  return node.kind == NodeKind::SoftBreak || node.kind == NodeKind::LineBreak ||
         node.is_element("br");
}

bool is_blank_or_break(const Node& node) { return is_blank(node) || is_break(node); }

}  // namespace carnet
