#include "markdown/fold_alerts.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "base/text.h"
#include "blocks/registry.h"

namespace carnet {
namespace {

struct Alert {
  std::string_view word;
  std::string_view style;
};
constexpr Alert kAlerts[] = {{"NOTE", "info"},
                             {"TIP", "success"},
                             {"IMPORTANT", "info"},
                             {"WARNING", "warning"},
                             {"CAUTION", "danger"}};

// `[!NOTE]` at the beginning of a text, or nullptr.
const Alert* find_alert(std::string_view text) {
  if (!text.starts_with("[!")) return nullptr;
  const std::string_view inner = text.substr(2);
  for (const Alert& alert : kAlerts) {
    const std::string_view rest = inner.substr(std::min(alert.word.size(), inner.size()));
    if (!equals_ignoring_case(inner.substr(0, alert.word.size()), alert.word)) continue;
    const bool ends = rest.starts_with(']') && (rest.size() == 1 || is_space(rest[1]));
    return ends ? &alert : nullptr;
  }
  return nullptr;
}

bool is_break(const Node& node) {
  return node.kind == NodeKind::SoftBreak || node.kind == NodeKind::LineBreak;
}

class Folder {
 public:
  Folder(Document& document, std::string_view text) : document_(document), text_(text) {}

  void fold_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr; child = child->next) {
      if (child->kind == NodeKind::BlockQuote) fold_quote(*child);
      if (child->kind != NodeKind::Paragraph && child->kind != NodeKind::Heading &&
          !is_inline(*child)) {
        fold_children(*child);
      }
    }
  }

 private:
  void fold_quote(Node& quote) {
    Node* paragraph = quote.first_child;
    if (paragraph == nullptr || paragraph->kind != NodeKind::Paragraph) return;
    Node* text = paragraph->first_child;
    if (text == nullptr || text->kind != NodeKind::Text) return;
    const Alert* alert = find_alert(text->text);
    const bool is_escaped = paragraph->begin < text_.size() && text_[paragraph->begin] == '\\';
    if (alert == nullptr || is_escaped) return;
    text->text = trim_start(text->text.substr(alert->word.size() + 3));
    if (text->text.empty()) unlink(*text);
    move_title(*paragraph);

    quote.kind = NodeKind::Block;
    quote.block = &kHint;
    const Attribute style{.name = "style",
                          .value = alert->style,
                          .name_begin = quote.begin,
                          .name_end = quote.begin,
                          .value_begin = quote.begin,
                          .value_end = quote.begin};
    quote.attributes = document_.keep(std::span(&style, 1));
  }

  // The rest of the first line becomes a paragraph of its own, in bold.
  void move_title(Node& paragraph) {
    Node& bold = document_.create(NodeKind::Strong, paragraph.begin, paragraph.begin);
    while (paragraph.first_child != nullptr && !is_break(*paragraph.first_child)) {
      Node& word = *paragraph.first_child;
      unlink(word);
      append_child(bold, word);
    }
    if (paragraph.first_child != nullptr) unlink(*paragraph.first_child);
    if (bold.first_child != nullptr) {
      Node& title = document_.create(NodeKind::Paragraph, paragraph.begin, paragraph.begin);
      insert_before(paragraph, title);
      append_child(title, bold);
    }
    if (paragraph.first_child == nullptr) unlink(paragraph);
  }

  Document& document_;
  std::string_view text_;
};

}  // namespace

void fold_alerts(Document& document, std::string_view text) {
  if (text.find("[!") == text.npos) return;
  Folder(document, text).fold_children(document.root());
}

}  // namespace carnet
