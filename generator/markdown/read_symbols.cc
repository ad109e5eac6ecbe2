#include "markdown/read_symbols.h"

#include <string>
#include <string_view>

#include "base/text.h"
#include "markdown/check_icons.h"
#include "symbols/emoji.h"

namespace carnet {
namespace {

// `:house:` at the beginning of a text, or "".
std::string_view written_name(std::string_view text) {
  if (!text.starts_with(':')) return {};
  const std::size_t end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-", 1);
  if (end == std::string_view::npos || end == 1 || text[end] != ':') return {};
  return text.substr(0, end + 1);
}

class Reader {
 public:
  Reader(Document& document, Diagnostics& diagnostics) : document_(document), icons_(diagnostics) {}

  void read() {
    const Located<std::string>& icon = document_.front_matter.icon;
    icons_.check(icon.value, icon.span);
    read_children(document_.root());
  }

 private:
  void read_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;  // An emoji may take the place of its element.
      read(*child);
      child = next;
    }
  }

  void read(Node& node) {
    switch (node.kind) {
      case NodeKind::Text:
        if (std::optional<std::string> text = replace_emoji_names(node.text)) {
          node.text = document_.keep(*text);
        }
        return;
      case NodeKind::Link:
        if (is_address(node)) return;
        break;
      case NodeKind::Element:
        if (node.text == "code" || node.text == "pre" || node.text == "kbd") return;
        if (node.text == "i") read_icon(node);
        if (node.text == "span" && is_emoji(node)) return unwrap_emoji(node);
        if (node.text == "a" || node.text == "button") check_icon(node, "data-icon");
        break;
      case NodeKind::Block: check_icon(node, "icon"); break;
      default: break;
    }
    read_children(node);
  }

  // `<http://a:b:c>`, which is shown as it is written.
  static bool is_address(const Node& link) {
    const Node* text = link.first_child;
    return text != nullptr && text->next == nullptr && text->kind == NodeKind::Text &&
           link.text.ends_with(text->text);
  }

  // Who opens an icon and does not close it has the rest of the line in it.
  void read_icon(Node& icon) {
    const Attribute* classes = find_attribute(icon, "class");
    if (classes == nullptr || classes->value.find("fa-") == std::string_view::npos) return;
    Node* text = icon.first_child;
    if (text != nullptr && text->kind == NodeKind::Text) {
      text->text.remove_prefix(written_name(text->text).size());
      if (trim(text->text).empty()) unlink(*text);
    }
    check(*classes);
  }

  // `<span data-gb-custom-inline data-tag="emoji" data-code="1f680">🚀</span>`
  static bool is_emoji(const Node& span) {
    return attribute_value(span, "data-tag") == "emoji" &&
           find_attribute(span, "data-gb-custom-inline") != nullptr;
  }

  void unwrap_emoji(Node& span) {
    const std::string words = to_plain_text(span);
    if (trim(words).empty()) {
      Node& text = document_.create(NodeKind::Text, span.begin, span.end);
      text.text = document_.keep(emoji_of_code(attribute_value(span, "data-code")));
      append_child(span, text);
    }
    while (Node* child = span.first_child) {
      unlink(*child);
      insert_before(span, *child);
    }
    unlink(span);
  }

  void check_icon(const Node& node, std::string_view name) {
    if (const Attribute* icon = find_attribute(node, name)) check(*icon);
  }

  void check(const Attribute& icon) {
    icons_.check(icon.value, document_.span(icon.value_begin, icon.value_end));
  }

  Document& document_;
  IconChecker icons_;
};

}  // namespace

void read_symbols(Document& document, Diagnostics& diagnostics) {
  Reader(document, diagnostics).read();
}

}  // namespace carnet
