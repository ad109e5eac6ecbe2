#include "render/elements/parts.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/blank.h"
#include "markdown/document.h"

namespace carnet {
namespace {

// What shows something although there is nothing inside.
bool is_picture_or_such(const Node& element) {
  if (element.text == "i") return !element.attributes.empty();  // An icon.
  if (element.text == "a") return element.first_child == nullptr && element.number != kNoNumber;
  return element.text == "img" || element.text == "video" || element.text == "audio" ||
         element.text == "iframe" || element.text == "hr";
}

}  // namespace

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
    if (is_blank_or_break(child)) continue;
    if (only != nullptr) return nullptr;
    only = &child;
  }
  return only;
}

bool says_nothing(const Node& node) {
  return node.first_child == nullptr || trim(to_plain_text(node)).empty();
}

bool shows_nothing(const Node& node) {
  switch (node.kind) {
    case NodeKind::Text: return trim(node.text).empty();
    case NodeKind::SoftBreak:
    case NodeKind::LineBreak: return true;
    case NodeKind::Code:
    case NodeKind::CodeBlock:
    case NodeKind::Image:
    case NodeKind::Block:
    case NodeKind::ThematicBreak:
    case NodeKind::FootnoteReference:
    case NodeKind::RawHtml: return false;
    case NodeKind::Element:
      if (node.text == "select") return true;
      if (is_picture_or_such(node)) return false;
      break;
    default: break;
  }
  return std::all_of(node.children().begin(), node.children().end(), shows_nothing);
}

}  // namespace carnet
