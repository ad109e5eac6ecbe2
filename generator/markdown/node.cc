#include "markdown/node.h"

#include <algorithm>

#include "base/text.h"
#include "html/elements.h"

namespace carnet {

void append_child(Node& parent, Node& child) {
  child.parent = &parent;
  child.previous = parent.last_child;
  child.next = nullptr;
  (parent.last_child != nullptr ? parent.last_child->next : parent.first_child) = &child;
  parent.last_child = &child;
}

void insert_before(Node& place, Node& node) {
  node.parent = place.parent;
  node.previous = place.previous;
  node.next = &place;
  (place.previous != nullptr ? place.previous->next : place.parent->first_child) = &node;
  place.previous = &node;
}

void unlink(Node& node) {
  if (node.parent == nullptr) return;
  (node.previous != nullptr ? node.previous->next : node.parent->first_child) = node.next;
  (node.next != nullptr ? node.next->previous : node.parent->last_child) = node.previous;
  node.parent = node.previous = node.next = nullptr;
}

void move_children(Node& from, Node& to) {
  while (Node* child = from.first_child) {
    unlink(*child);
    append_child(to, *child);
  }
}

const Attribute* find_attribute(const Node& node, std::string_view name) {
  for (const Attribute& attribute : node.attributes) {
    if (equals_ignoring_case(attribute.name, name)) return &attribute;
  }
  return nullptr;
}

std::string_view attribute_value(const Node& node, std::string_view name) {
  const Attribute* attribute = find_attribute(node, name);
  return attribute != nullptr ? attribute->value : std::string_view();
}

bool is_expression(const Node& node) {
  if (!node.is_element("code")) return false;
  for (std::string_view word : split(attribute_value(node, "class"), ' ')) {
    if (word == "expression") return true;
  }
  return false;
}

bool is_inline(const Node& node) {
  if (node.kind != NodeKind::Element) return node.kind >= NodeKind::Text;
  const HtmlElement* element = find_element(node.text);
  if (element == nullptr) return true;
  if (element->shape != HtmlElement::Shape::Transparent) return !element->is_block();
  return std::all_of(node.children().begin(), node.children().end(),
                     [](const Node& child) { return is_inline(child); });
}

}  // namespace carnet
