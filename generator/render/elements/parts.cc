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

bool says_nothing(const Node& node) {
  return node.first_child == nullptr || trim(to_plain_text(node)).empty();
}

}  // namespace carnet
