#include "markdown/convert.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/node.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "markdown/formula_syntax.h"
#include "markdown/inline_limits.h"

// The node types of GitHub's extensions. Debian does not install the headers that
// declare them (table.h and strikethrough.h of cmark-gfm 0.29.0.gfm.6).
// NOLINTBEGIN(readability-identifier-naming): cmark-gfm's names.
extern "C" {
extern cmark_node_type CMARK_NODE_TABLE;
extern cmark_node_type CMARK_NODE_TABLE_ROW;
extern cmark_node_type CMARK_NODE_TABLE_CELL;
extern cmark_node_type CMARK_NODE_STRIKETHROUGH;
}
// NOLINTEND(readability-identifier-naming)

namespace carnet {
namespace {

std::string_view view(const cmark_chunk& chunk) {
  return {reinterpret_cast<const char*>(chunk.data), static_cast<std::size_t>(chunk.len)};
}

// Copies cmark's tree into a Document's.
class Converter {
 public:
  Converter(Document& document, const TagParse& parse, Diagnostics& diagnostics)
      : document_(document), parse_(parse), diagnostics_(diagnostics) {}

  void convert(cmark_node& root) {
    convert_tree(root);
    for (const Surplus& surplus : surplus_) keep_surplus(surplus);
  }

 private:
  // What a row has behind its last column.
  struct Surplus {
    Node* cell;
    std::string_view text;
  };

  // Walks without recursion: cmark's tree may be deeper than our stack.
  void convert_tree(cmark_node& root) {
    Node* parent = &document_.root();
    std::size_t depth = 1;      // Of `parent` in our tree.
    std::size_t flattened = 0;  // Levels of cmark's tree that ours leaves out.
    for (cmark_node* node = root.first_child; node != nullptr;) {
      Node* copy = convert_one(*node, *parent);
      const bool descends = node->first_child != nullptr && copy != nullptr;
      if (descends) {
        if (depth >= kMaxTreeDepth && node->parent->first_child == node) report_depth(*node);
        if (depth >= kMaxTreeDepth) {
          ++flattened;
        } else {
          parent = copy;
          ++depth;
        }
        node = node->first_child;
        continue;
      }
      while (node->next == nullptr) {
        node = node->parent;
        if (node == &root) return;
        if (flattened > 0) {
          --flattened;
        } else {
          parent = parent->parent;
          --depth;
        }
      }
      node = node->next;
    }
  }

  std::uint32_t offset(int line, int column) const {
    if (line < 1 || static_cast<std::size_t>(line) > parse_.lines.size()) return 0;
    const FedLine& fed = parse_.lines[static_cast<std::size_t>(line) - 1];
    const auto in_line = static_cast<std::uint32_t>(std::max(0, column - 1));
    const std::uint32_t offset = fed.offset + (in_line > fed.prefix ? in_line - fed.prefix : 0);
    return std::min(offset, static_cast<std::uint32_t>(parse_.text.size()));
  }

  Node& add(NodeKind kind, const cmark_node& node, Node& parent) {
    // Soft breaks have no position of their own.
    const std::uint32_t begin =
        node.start_line > 0 ? offset(node.start_line, node.start_column) : parent.begin;
    const std::uint32_t end =
        node.end_line > 0 ? std::max(begin, offset(node.end_line, node.end_column + 1)) : begin;
    Node& copy = document_.create(kind, begin, end);
    append_child(parent, copy);
    return copy;
  }

  // The text, in the source itself if it stands there unchanged.
  std::string_view keep(std::string_view text, std::uint32_t begin) {
    const std::string_view source = parse_.text.substr(begin, text.size());
    return source == text ? source : document_.keep(text);
  }

  // The copy, or nullptr if what is below `node` is not wanted.
  Node* convert_one(cmark_node& node, Node& parent) {
    if (node.type == tag_node_type()) return convert_tag(node, parent);
    if (is_formula(node)) return convert_formula(node, parent);
    if (node.type == CMARK_NODE_TABLE) return convert_table(node, parent);
    if (node.type == CMARK_NODE_TABLE_ROW) return &add(NodeKind::TableRow, node, parent);
    if (node.type == CMARK_NODE_TABLE_CELL) return convert_cell(node, parent);
    if (node.type == CMARK_NODE_STRIKETHROUGH) return &add(NodeKind::Strikethrough, node, parent);
    switch (static_cast<cmark_node_type>(node.type)) {
      case CMARK_NODE_PARAGRAPH: return &convert_text_block(NodeKind::Paragraph, node, parent);
      case CMARK_NODE_BLOCK_QUOTE: return &add(NodeKind::BlockQuote, node, parent);
      case CMARK_NODE_THEMATIC_BREAK: return &add(NodeKind::ThematicBreak, node, parent);
      case CMARK_NODE_SOFTBREAK: return &add(NodeKind::SoftBreak, node, parent);
      case CMARK_NODE_LINEBREAK: return &add(NodeKind::LineBreak, node, parent);
      case CMARK_NODE_EMPH: return &add(NodeKind::Emphasis, node, parent);
      case CMARK_NODE_STRONG: return &add(NodeKind::Strong, node, parent);
      case CMARK_NODE_HEADING: return convert_heading(node, parent);
      case CMARK_NODE_LIST: return convert_list(node, parent);
      case CMARK_NODE_ITEM: return convert_item(node, parent);
      case CMARK_NODE_CODE_BLOCK: return convert_code_block(node, parent);
      case CMARK_NODE_TEXT: return convert_text(node, parent);
      case CMARK_NODE_CODE: return convert_literal(NodeKind::Code, node, parent);
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE: return convert_literal(NodeKind::RawHtml, node, parent);
      case CMARK_NODE_LINK: return convert_link(Link::Kind::Page, node, parent);
      case CMARK_NODE_IMAGE: return convert_link(Link::Kind::Image, node, parent);
      case CMARK_NODE_FOOTNOTE_DEFINITION: return convert_footnote(node, parent);
      case CMARK_NODE_FOOTNOTE_REFERENCE: return convert_reference(node, parent);
      default: return nullptr;
    }
  }

  Node* convert_tag(cmark_node& node, Node& parent) {
    Node& tag = add(NodeKind::Tag, node, parent);
    tag.begin = static_cast<std::uint32_t>(node.internal_offset);
    return &tag;
  }

  // What holds inlines: cmark's own, or its text if that was too much for cmark.
  Node& convert_text_block(NodeKind kind, const cmark_node& node, Node& parent) {
    Node& block = add(kind, node, parent);
    if (!is_left_plain(node)) return block;
    const std::string_view content(reinterpret_cast<const char*>(node.content.ptr),
                                   static_cast<std::size_t>(node.content.size));
    for (std::string_view line : split(trim_end(document_.keep(content)), '\n')) {
      if (block.first_child != nullptr) {
        append_child(block, document_.create(NodeKind::SoftBreak, block.begin, block.begin));
      }
      Node& text = document_.create(NodeKind::Text, block.begin, block.begin);
      text.text = line;
      append_child(block, text);
    }
    return block;
  }

  Node* convert_heading(cmark_node& node, Node& parent) {
    Node& heading = convert_text_block(NodeKind::Heading, node, parent);
    heading.level = static_cast<std::uint8_t>(node.as.heading.level);
    return &heading;
  }

  Node* convert_list(cmark_node& node, Node& parent) {
    Node& list = add(NodeKind::List, node, parent);
    list.is_ordered = node.as.list.list_type == CMARK_ORDERED_LIST;
    list.is_tight = node.as.list.tight;
    list.number = static_cast<std::uint32_t>(std::max(0, node.as.list.start));
    return &list;
  }

  Node* convert_item(cmark_node& node, Node& parent) {
    Node& item = add(NodeKind::ListItem, node, parent);
    if (node.extension != nullptr) {
      item.task = cmark_gfm_extensions_get_tasklist_item_checked(&node) ? Task::Done : Task::Open;
    }
    return &item;
  }

  Node* convert_table(cmark_node& node, Node& parent) {
    return &add(NodeKind::Table, node, parent);
  }

  Node* convert_cell(cmark_node& node, Node& parent) {
    Node& cell = convert_text_block(NodeKind::TableCell, node, parent);
    cmark_node* table = node.parent->parent;
    const std::uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(table);
    std::size_t column = 0;
    for (const Node* before = cell.previous; before != nullptr; before = before->previous) ++column;
    if (alignments != nullptr && column < cmark_gfm_extensions_get_table_columns(table)) {
      switch (alignments[column]) {
        case 'l': cell.alignment = Alignment::Left; break;
        case 'c': cell.alignment = Alignment::Center; break;
        case 'r': cell.alignment = Alignment::Right; break;
        default: break;
      }
    }
    if (node.next == nullptr) find_surplus(*node.parent, cell);
    return &cell;
  }

  // GitHub leaves out what a row has more than its table has columns.
  void find_surplus(cmark_node& row, Node& last_cell) {
    if (cmark_gfm_extensions_get_table_row_is_header(&row) != 0) return;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(row.parent);
    const std::uint32_t begin = offset(row.start_line, 1);
    const std::size_t end = std::min(parse_.text.find('\n', begin), parse_.text.size());
    const std::string_view line = parse_.text.substr(begin, end - begin);
    if (static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) < columns) return;
    if (line.find("%}") != std::string_view::npos) return;  // A tag may hold some (cell_tags.h).
    std::size_t i = std::min(line.find_first_not_of(" \t>"), line.size());
    if (i < line.size() && line[i] == '|') ++i;
    for (std::size_t separators = 0; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == '|' && ++separators == columns) {
        break;
      }
    }
    std::string_view rest = i < line.size() ? trim(line.substr(i + 1)) : std::string_view();
    if (rest.ends_with('|') && !rest.ends_with("\\|"))
      rest = trim_end(rest.substr(0, rest.size() - 1));
    if (!rest.empty()) surplus_.push_back({&last_cell, rest});
  }

  // It is shown in the last column, as it was written.
  void keep_surplus(const Surplus& surplus) {
    const auto begin = static_cast<std::uint32_t>(surplus.text.data() - parse_.text.data());
    const auto end = begin + static_cast<std::uint32_t>(surplus.text.size());
    Node& text = document_.create(NodeKind::Text, begin, end);
    text.text = document_.keep(" | " + std::string(surplus.text));
    append_child(*surplus.cell, text);
    diagnostics_.report(
        DiagnosticKind::SurplusCells, document_.span(begin, end),
        "this row has more cells than its table has columns",
        "write `\\|` for a `|` that is part of a text; the rest is shown in the last "
        "column");
  }

  // `$$...$$` in a line of text; alone in its paragraph, it is shown like one on lines of its own.
  Node* convert_formula(cmark_node& node, Node& parent) {
    Node& formula = add(NodeKind::Formula, node, parent);
    formula.text = document_.keep(view(node.as.literal));
    const bool is_alone =
        node.parent->type == CMARK_NODE_PARAGRAPH && node.prev == nullptr && node.next == nullptr;
    formula.level = is_alone ? 1 : 0;
    return nullptr;
  }

  // What was fed as code, but is a formula on lines of its own.
  Node* convert_formula_block(cmark_node& node, Node& parent) {
    Node& paragraph = add(NodeKind::Paragraph, node, parent);
    Node& formula = document_.create(NodeKind::Formula, paragraph.begin, paragraph.end);
    formula.text = document_.keep(trim(view(node.as.code.literal)));
    formula.level = 1;
    append_child(paragraph, formula);
    return nullptr;
  }

  Node* convert_code_block(cmark_node& node, Node& parent) {
    if (std::binary_search(parse_.formula_lines.begin(), parse_.formula_lines.end(),
                           node.start_line)) {
      return convert_formula_block(node, parent);
    }
    Node& code = add(NodeKind::CodeBlock, node, parent);
    code.text = document_.keep(view(node.as.code.literal));
    code.detail = document_.keep(view(node.as.code.info));
    return nullptr;
  }

  // cmark cuts text at every character that might mean something.
  Node* convert_text(cmark_node& node, Node& parent) {
    const std::string_view piece = view(node.as.literal);
    Node* last = parent.last_child;
    if (last != nullptr && last->kind == NodeKind::Text) {
      const char* behind = last->text.data() + last->text.size();
      const std::string_view source = parse_.text;
      if (behind >= source.data() && behind + piece.size() <= source.data() + source.size() &&
          std::string_view(behind, piece.size()) == piece) {
        last->text = {last->text.data(), last->text.size() + piece.size()};
      } else {
        joined_.assign(last->text).append(piece);
        last->text = document_.keep(joined_);
      }
      return nullptr;
    }
    Node& text = add(NodeKind::Text, node, parent);
    text.text = keep(piece, text.begin);
    return nullptr;
  }

  Node* convert_literal(NodeKind kind, cmark_node& node, Node& parent) {
    Node& copy = add(kind, node, parent);
    const std::string_view literal = view(node.as.literal);
    copy.text = keep(literal, copy.begin);
    return nullptr;
  }

  Node* convert_link(Link::Kind kind, cmark_node& node, Node& parent) {
    Node& copy = add(kind == Link::Kind::Image ? NodeKind::Image : NodeKind::Link, node, parent);
    copy.text = document_.keep(view(node.as.link.url));
    copy.detail = document_.keep(view(node.as.link.title));
    return &copy;
  }

  Node* convert_footnote(cmark_node& node, Node& parent) {
    Node& footnote = add(NodeKind::Footnote, node, parent);
    footnote.detail = document_.keep(view(node.as.literal));
    document_.footnotes.push_back(&footnote);
    footnote.number = static_cast<std::uint32_t>(document_.footnotes.size());
    return &footnote;
  }

  Node* convert_reference(cmark_node& node, Node& parent) {
    Node& reference = add(NodeKind::FootnoteReference, node, parent);
    const std::string_view number = view(node.as.literal);
    std::from_chars(number.data(), number.data() + number.size(), reference.number);
    if (node.parent_footnote_def != nullptr) {
      reference.detail = document_.keep(view(node.parent_footnote_def->as.literal));
    }
    reference.level = static_cast<std::uint8_t>(std::clamp(node.footnote.ref_ix, 0, 255));
    return nullptr;
  }

  void report_depth(const cmark_node& node) {
    if (depth_reported_) return;
    depth_reported_ = true;
    const std::uint32_t at = offset(node.start_line, node.start_column);
    diagnostics_.report(
        DiagnosticKind::LimitReached, document_.span(at, at),
        "quotes and lists are nested deeper than " + std::to_string(kMaxTreeDepth) + " levels",
        "deeper ones are shown at this level");
  }

  Document& document_;
  const TagParse& parse_;
  Diagnostics& diagnostics_;
  std::string joined_;
  std::vector<Surplus> surplus_;
  bool depth_reported_ = false;
};

}  // namespace

void convert_tree(cmark_node& root, const TagParse& parse, Document& document) {
  Converter(document, parse, parse.diagnostics).convert(root);
}

}  // namespace carnet
