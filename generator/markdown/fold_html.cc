#include "markdown/fold_html.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "html/parse_html.h"
#include "markdown/blank.h"
#include "markdown/wrap_inlines.h"

namespace carnet {
namespace {

bool holds_inlines(const Node& node) {
  switch (node.kind) {
    case NodeKind::Paragraph:
    case NodeKind::Heading:
    case NodeKind::TableCell: return true;
    default: return node.kind >= NodeKind::Text;
  }
}

// Markdown nodes that follow each other and stand as one slot in the HTML.
struct Slot {
  std::vector<Node*> nodes;
};

class Folder {
 public:
  Folder(Document& document, std::string_view text, HtmlPolicy policy, Diagnostics& diagnostics)
      : document_(document), text_(text), policy_(policy), diagnostics_(diagnostics) {}

  void fold(Node& node) {
    bool has_html = false;
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;  // A paragraph may be cut in two.
      has_html = has_html || child->kind == NodeKind::RawHtml;
      fold(*child);
      child = next;
    }
    if (!has_html) return;
    fold_children(node);
    if (node.kind == NodeKind::Paragraph) split_paragraph(node);
  }

 private:
  void fold_children(Node& parent) {
    place_ = &parent;
    const bool is_inline_place = holds_inlines(parent);
    // What stands before the first and behind the last HTML stays as it is, unless
    // it belongs to a fold that is never closed.
    Node* first = parent.first_child;
    while (first->kind != NodeKind::RawHtml) first = first->next;
    Node* last = parent.last_child;
    while (last->kind != NodeKind::RawHtml) last = last->previous;
    Node* behind = has_open_details(parent) ? nullptr : last->next;

    std::vector<HtmlPiece> pieces;
    std::vector<Slot> slots;
    for (Node* node = first; node != behind;) {
      Node* next = node->next;
      if (node->kind == NodeKind::RawHtml) {
        if (node->is_raw) raw_.emplace_back(node->begin, node->end);
        add_pieces(*node, pieces);
      } else {
        if (pieces.back().slot < 0) {
          HtmlPiece& piece = pieces.emplace_back();
          piece.slot = static_cast<int>(slots.size());
          piece.kind = HtmlSlotKind::Space;
          slots.emplace_back();
        }
        if (!is_blank(*node)) {
          pieces.back().kind = is_inline_place ? HtmlSlotKind::Inline : HtmlSlotKind::Block;
        }
        slots.back().nodes.push_back(node);
      }
      unlink(*node);
      node = next;
    }

    const HtmlFragment fragment =
        parse_html(pieces, is_inline_place ? HtmlContext::Inline : HtmlContext::Block, policy_,
                   document_.source(), diagnostics_);
    std::sort(raw_.begin(), raw_.end());
    Node& made = document_.create(NodeKind::Document, 0, 0);  // A list to append to.
    const HtmlNode* before = nullptr;
    Node* wrapped = nullptr;  // Up to here inlines have their paragraphs.
    for (const HtmlNode& node : fragment.roots()) {
      if (!is_inline_place && before != nullptr && is_apart(*before, node)) {
        wrap_inlines(document_, made, wrapped);
        wrapped = made.last_child;
      }
      convert(fragment, node, made, slots);
      if (node.kind != HtmlNode::Kind::Text || !trim(node.text).empty()) before = &node;
    }
    raw_.clear();
    if (!is_inline_place) wrap_inlines(document_, made, wrapped);
    while (Node* node = made.first_child) {
      unlink(*node);
      if (behind != nullptr) {
        insert_before(*behind, *node);
      } else {
        append_child(parent, *node);
      }
    }
  }

  static bool has_open_details(const Node& parent) {
    std::ptrdiff_t open = 0;
    for (const Node& child : parent.children()) {
      if (child.kind != NodeKind::RawHtml) continue;
      open += count(child.text, "<details") - count(child.text, "</details");
    }
    return open > 0;
  }
  static std::ptrdiff_t count(std::string_view text, std::string_view word) {
    std::ptrdiff_t found = 0;
    for (std::size_t i = text.find(word); i != std::string_view::npos; i = text.find(word, i + 1)) {
      ++found;
    }
    return found;
  }

  // One piece, or one for each line where cmark has taken indentation away.
  void add_pieces(const Node& node, std::vector<HtmlPiece>& pieces) const {
    if (text_.substr(node.begin, node.text.size()) == node.text) {
      pieces.push_back({.html = node.text, .offset = node.begin});
      return;
    }
    std::size_t line = node.begin;
    for (std::string_view rest = node.text; !rest.empty();) {
      const std::size_t length = std::min(rest.find('\n'), rest.size() - 1) + 1;
      const std::string_view piece = rest.substr(0, length);
      const std::size_t line_end = std::min(text_.find('\n', line), text_.size());
      const std::size_t at = text_.substr(0, line_end).find(trim_end(piece), line);
      pieces.push_back({.html = piece,
                        .offset = static_cast<std::uint32_t>(
                            at == std::string_view::npos ? std::min(line, text_.size()) : at)});
      rest.remove_prefix(length);
      line = std::min(line_end + 1, text_.size());
    }
  }

  void convert(const HtmlFragment& fragment, const HtmlNode& node, Node& parent,
               std::vector<Slot>& slots) {
    switch (node.kind) {
      case HtmlNode::Kind::Slot:
        for (Node* moved : slots[static_cast<std::size_t>(node.slot)].nodes) {
          append_child(parent, *moved);
        }
        return;
      case HtmlNode::Kind::Text:
      case HtmlNode::Kind::RawText: {
        const bool is_raw = node.kind == HtmlNode::Kind::RawText;
        Node& text =
            document_.create(is_raw ? NodeKind::RawHtml : NodeKind::Text, node.begin, node.end);
        text.text = document_.keep(node.text);
        append_child(parent, text);
        return;
      }
      case HtmlNode::Kind::Element: convert_element(fragment, node, parent, slots); return;
    }
  }

  bool stands_in_raw(std::uint32_t begin) const {
    const auto behind = std::upper_bound(raw_.begin(), raw_.end(), std::pair(begin, kNoNumber));
    return behind != raw_.begin() && begin < std::prev(behind)->second;
  }

  void convert_element(const HtmlFragment& fragment, const HtmlNode& node, Node& parent,
                       std::vector<Slot>& slots) {
    Node& element = document_.create(NodeKind::Element, node.begin, node.tag_end);
    // In a table they only make words large.
    const bool is_heading =
        node.tag >= HtmlTag::H1 && node.tag <= HtmlTag::H6 && !is_in_cell(parent);
    if (is_heading) {
      element.kind = NodeKind::Heading;
      element.level =
          static_cast<std::uint8_t>(1 + static_cast<int>(node.tag) - static_cast<int>(HtmlTag::H1));
    }
    element.text =
        node.tag == HtmlTag::Other ? document_.keep(node.name) : carnet::element(node.tag).name;
    std::vector<Attribute> attributes;
    for (const HtmlAttribute& attribute : fragment.attributes(node)) {
      attributes.push_back({attribute.name, attribute.value, attribute.name_begin,
                            attribute.name_end, attribute.value_begin, attribute.value_end});
    }
    element.attributes = document_.keep(attributes);
    if (node.tag == HtmlTag::Figure) element.is_tight = is_beside_figure(node, parent);
    element.is_raw = stands_in_raw(node.begin);
    if (is_expression(element)) document_.is_dynamic = true;
    append_child(parent, element);
    for (const HtmlNode& child : fragment.children(node)) {
      convert(fragment, child, element, slots);
    }
    if (node.tag == HtmlTag::Figure) {
      last_figure_ = &element;
      last_figure_end_ = node.end;
    }
  }

  bool is_in_cell(const Node& node) const {
    if (place_->kind == NodeKind::TableCell) return true;
    for (const Node* around = &node; around != nullptr; around = around->parent) {
      if (around->is_element("td") || around->is_element("th")) return true;
    }
    return false;
  }

  // True if the figure begins on the line on which the one before it ends.
  bool is_beside_figure(const HtmlNode& node, const Node& parent) const {
    const Node* before = parent.last_child;
    while (before != nullptr && is_blank(*before)) before = before->previous;
    if (before == nullptr || before != last_figure_ || last_figure_end_ > node.begin) return false;
    return text_.substr(last_figure_end_, node.begin - last_figure_end_).find('\n') ==
           std::string_view::npos;
  }

  // True if an empty line is between the two, and nothing else.
  bool is_apart(const HtmlNode& before, const HtmlNode& node) const {
    if (before.kind != HtmlNode::Kind::Element || node.kind != HtmlNode::Kind::Element ||
        before.end > node.begin) {
      return false;
    }
    const std::string_view between = text_.substr(before.end, node.begin - before.end);
    return std::count(between.begin(), between.end(), '\n') > 1 && trim(between).empty();
  }

  void split_paragraph(Node& paragraph) {
    const bool has_block = std::any_of(paragraph.children().begin(), paragraph.children().end(),
                                       [](const Node& child) { return !is_inline(child); });
    if (!has_block) return;
    Node& list = document_.create(NodeKind::Document, 0, 0);
    move_children(paragraph, list);
    wrap_inlines(document_, list);
    while (Node* node = list.first_child) {
      unlink(*node);
      insert_before(paragraph, *node);
    }
    unlink(paragraph);
  }

  Document& document_;
  std::string_view text_;
  HtmlPolicy policy_;
  Diagnostics& diagnostics_;
  const Node* place_ = nullptr;  // Whose children are being folded.
  const Node* last_figure_ = nullptr;
  std::uint32_t last_figure_end_ = 0;
  // Begin and end of the HTML in `{% raw %}` that is being folded.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> raw_;
};

}  // namespace

void fold_html(Document& document, std::string_view text, HtmlPolicy policy,
               Diagnostics& diagnostics) {
  Folder(document, text, policy, diagnostics).fold(document.root());
}

}  // namespace carnet
