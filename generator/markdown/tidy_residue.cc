#include "markdown/tidy_residue.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/text.h"
#include "markdown/blank.h"

namespace carnet {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

// Editors leave characters without width behind, which are no white space.
bool is_invisible(std::string_view text) {
  while (!(text = trim_start(text)).empty()) {
    if (!text.starts_with("\u200B") && !text.starts_with("\u200E")) return false;
    text.remove_prefix(3);
  }
  return true;
}

bool is_invisible(const Node& node) {
  return is_break(node) || (node.kind == NodeKind::Text && is_invisible(node.text));
}

// A place in which words stand, and that a reader sees as one.
bool holds_words(const Node& node) {
  switch (node.kind) {
    case NodeKind::Paragraph:
    case NodeKind::Heading:
    case NodeKind::TableCell: return true;
    case NodeKind::Element:
      return node.text == "p" || node.text == "td" || node.text == "th" || node.text == "li" ||
             node.text == "summary" || node.text == "figcaption";
    default: return false;
  }
}

bool is_emphasis(const Node& node) {
  switch (node.kind) {
    case NodeKind::Emphasis:
    case NodeKind::Strong:
    case NodeKind::Strikethrough: return true;
    case NodeKind::Element:
      return node.text == "strong" || node.text == "b" || node.text == "em" ||
             node.text == "mark" || node.text == "u" || node.text == "s" || node.text == "del";
    default: return false;
  }
}

bool is_code(const Node& node) {
  return node.kind == NodeKind::Element &&
         (node.text == "pre" || node.text == "code" || node.text == "kbd" || node.text == "samp");
}

// Of the stars that begin at `at`: as many pairs as a bold word has, `**` or `****`; or 0.
std::size_t empty_bold_length(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
  return end - at == 2 || end - at == 4 ? end - at : 0;
}

// Where the emphasis on nothing that begins at `at` ends; `at` itself: there is none.
std::size_t skip_empty_emphasis(std::string_view text, std::size_t at) {
  std::size_t stars = 0;
  std::size_t end = at;
  for (std::size_t i = at; i < text.size();) {
    const std::size_t length = empty_bold_length(text, i);
    if (length == 0) break;
    stars += length;
    end = i + length;
    i = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return stars >= 4 ? end : at;
}

class Tidier {
 public:
  Tidier(Document& document, std::string_view text) : document_(document), text_(text) {}

  void tidy_children(Node& node) {
    for (Node* child = node.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->kind == NodeKind::ThematicBreak && is_empty_bold(*child)) {
        unlink(*child);
      } else if (child->kind == NodeKind::Text) {
        tidy_text(*child);
      } else if (!is_code(*child)) {
        tidy(*child);
      }
      child = next;
    }
  }

 private:
  void tidy(Node& node) {
    tidy_children(node);
    if (node.is_element("summary")) unwrap_paragraph(node);
    if (holds_words(node)) tidy_words(node);
    if (node.kind == NodeKind::Paragraph) drop_last_break(node);
    if (is_emphasis(node) && find_attribute(node, "id") == nullptr) unwrap_blank(node);
    if (node.first_child != nullptr) return;
    const bool says_nothing =
        node.kind == NodeKind::Paragraph || node.is_element("p") || is_emphasis(node);
    if (says_nothing && find_attribute(node, "id") == nullptr) unlink(node);
  }

  // `****` on a line of its own would be a rule. Those are written `***` or `---`.
  bool is_empty_bold(const Node& rule) const {
    const std::size_t end = text_.find('\n', rule.begin);
    const std::string_view line =
        trim(text_.substr(std::min<std::size_t>(rule.begin, text_.size()),
                          (end == std::string_view::npos ? text_.size() : end) - rule.begin));
    return line == "****" || line == "** **";
  }

  void tidy_text(Node& node) {
    if (node.text.find(kByteOrderMark) != std::string_view::npos) {
      node.text = document_.keep(replace_all(std::string(node.text), kByteOrderMark, ""));
    }
    if (node.text.find("**") != std::string_view::npos && !has_escaped_star(node)) {
      drop_empty_emphasis(node);
    }
    if (node.text.empty()) unlink(node);
  }

  // Stars with a backslash are meant, and look the same here. A text that stands in the source as
  // it is has none; of others only the place is known, and that nearly.
  bool has_escaped_star(const Node& node) {
    if (node.text.data() >= text_.data() && node.text.data() < text_.data() + text_.size()) {
      return false;
    }
    const Node* block = node.parent;
    while (is_inline(*block) && block->parent != nullptr) block = block->parent;
    if (block != last_block_) {
      last_block_ = block;
      const std::size_t begin = std::min<std::size_t>(block->begin, text_.size());
      const std::size_t end = std::clamp<std::size_t>(block->end, begin, text_.size());
      last_has_star_ = text_.substr(begin, end - begin).find("\\*") != std::string_view::npos;
    }
    return last_has_star_;
  }

  void drop_empty_emphasis(Node& node) {
    const std::string_view text = node.text;
    std::string kept;
    std::size_t copied = 0;
    for (std::size_t i = text.find("**"); i != std::string_view::npos; i = text.find("**", i)) {
      const std::size_t end = skip_empty_emphasis(text, i);
      if (end == i) {
        i = std::min(text.find_first_not_of('*', i), text.size());
        continue;
      }
      kept += text.substr(copied, i - copied);
      copied = i = end;
    }
    if (copied > 0) node.text = document_.keep(kept.append(text.substr(copied)));
  }

  // Of `a<em> </em>b` the space is kept.
  static void unwrap_blank(Node& emphasis) {
    for (const Node& child : emphasis.children()) {
      if (!is_invisible(child)) return;
    }
    while (Node* child = emphasis.first_child) {
      unlink(*child);
      insert_before(emphasis, *child);
    }
  }

  // A summary whose words are Markdown was read as a paragraph (fold_line.h).
  static void unwrap_paragraph(Node& summary) {
    Node* only = nullptr;
    for (Node* child = summary.first_child; child != nullptr; child = child->next) {
      if (is_invisible(*child)) continue;
      if (only != nullptr || child->kind != NodeKind::Paragraph) return;
      only = child;
    }
    if (only == nullptr) return;
    while (summary.first_child != only) unlink(*summary.first_child);
    while (only->next != nullptr) unlink(*only->next);
    unlink(*only);
    move_children(*only, summary);
  }

  // A backslash at the end of a paragraph is a break before nothing; in `C:\` and `a\b\` it is part
  // of a word.
  void drop_last_break(Node& paragraph) {
    Node* last = paragraph.last_child;
    if (last == nullptr || last->kind != NodeKind::Text || !last->text.ends_with('\\')) return;
    const std::string_view text = last->text.substr(0, last->text.size() - 1);
    const bool is_in_source = last->text.data() >= text_.data() &&
                              last->text.data() + last->text.size() <= text_.data() + text_.size();
    if (!is_in_source) return;
    const std::string_view behind = text_.substr(
        static_cast<std::size_t>(last->text.data() - text_.data()) + last->text.size());
    if (!behind.empty() && behind[0] != '\n') return;  // Of `\\`, which is meant.
    const std::size_t space = text.find_last_of(" \t\n");
    const std::string_view word = space == std::string_view::npos ? text : text.substr(space + 1);
    if (word.find_first_of(":\\") != std::string_view::npos) return;
    last->text = trim_end(text);
    if (last->text.empty()) unlink(*last);
  }

  static void tidy_words(Node& place) {
    for (Node* child = place.first_child; child != nullptr;) {
      Node* next = child->next;
      const bool begins = child->previous == nullptr || is_break(*child->previous);
      const bool ends = next == nullptr || is_break(*next);
      const bool is_backslash = child->kind == NodeKind::Text && trim(child->text) == "\\";
      if (is_backslash && begins && ends) unlink(*child);
      child = next;
    }
    while (place.first_child != nullptr && is_invisible(*place.first_child)) {
      unlink(*place.first_child);
    }
    while (place.last_child != nullptr && is_invisible(*place.last_child))
      unlink(*place.last_child);
    if (place.first_child == nullptr) return;
    if (Node& first = *place.first_child; first.kind == NodeKind::Text) {
      first.text = trim_start(first.text);
    }
    if (Node& last = *place.last_child; last.kind == NodeKind::Text) {
      last.text = trim_end(last.text);
    }
  }

  Document& document_;
  std::string_view text_;
  const Node* last_block_ = nullptr;  // The one that was searched last for stars with a backslash,
  bool last_has_star_ = false;        // and whether it has one.
};

}  // namespace

void tidy_residue(Document& document, std::string_view text) {
  Tidier(document, text).tidy_children(document.root());
}

}  // namespace carnet
