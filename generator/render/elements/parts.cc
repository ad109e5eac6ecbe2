#include "render/elements/parts.h"

#include "base/text.h"
#include "markdown/document.h"

namespace carnet {

bool has_class(const Node& node, std::string_view wanted) {
  const std::string_view classes = attribute_value(node, "class");
  for (std::string_view name : split(classes, ' ')) {
    if (name == wanted) return true;
  }
  return false;
}

const Node* find_child(const Node& node, std::string_view name) {
  for (const Node& child : node.children()) {
    if (child.is_element(name)) return &child;
  }
  return nullptr;
}

const Node* only_child(const Node& node) {
  const Node* only = nullptr;
  for (const Node& child : node.children()) {
    const bool is_blank = child.kind == NodeKind::SoftBreak || child.kind == NodeKind::LineBreak ||
                          child.is_element("br") ||
                          (child.kind == NodeKind::Text && trim(child.text).empty());
    if (is_blank) continue;
    if (only != nullptr) return nullptr;
    only = &child;
  }
  return only;
}

bool says_nothing(const Node& node) {
  return node.first_child == nullptr || trim(to_plain_text(node)).empty();
}

}  // namespace carnet
