#include "markdown/fold_twins.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/blank.h"
#include "markdown/block_attributes.h"
#include "markdown/tag.h"
#include "markdown/wrap_inlines.h"

namespace carnet {
namespace {

constexpr std::string_view kMark = "data-gb-custom-block";

bool is_twin(const Node& node) {
  return node.is_element("div") && find_attribute(node, kMark) != nullptr;
}

// The block that a node is, or is to become; or nullptr.
const BlockSpec* block_of(const Node& node) {
  if (node.kind == NodeKind::Block) return node.block;
  return is_twin(node) ? find_block(attribute_value(node, "data-tag")) : nullptr;
}

// Where a block may stand. In a summary, for one, there are only words.
bool may_hold_blocks(const Node& node) {
  switch (node.kind) {
    case NodeKind::Document:
    case NodeKind::BlockQuote:
    case NodeKind::ListItem:
    case NodeKind::TableCell:
    case NodeKind::Footnote:
    case NodeKind::Block: return true;
    case NodeKind::Element:
      return node.text == "div" || node.text == "td" || node.text == "th" || node.text == "li" ||
             node.text == "details" || node.text == "blockquote" || node.text == "dd" ||
             node.text == "figcaption";
    default: return false;
  }
}

class Folder {
 public:
  Folder(Document& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  void fold(Node& parent, std::size_t depth) {
    const bool is_place = may_hold_blocks(parent);
    bool has_orphans = false;
    for (Node* child = parent.first_child; child != nullptr;) {
      Node* next = child->next;
      const bool is_block = is_twin(*child) && is_place && is_known(*child, depth);
      fold(*child, depth + (is_block || child->kind == NodeKind::Block ? 1 : 0));
      if (is_block) {
        make_block(*child);
        has_orphans = has_orphans || is_orphan(*child);
      }
      child = next;
    }
    if (has_orphans) gather_orphans(parent);
  }

 private:
  bool is_known(const Node& twin, std::size_t depth) {
    if (block_of(twin) == nullptr) {
      const Attribute* tag = find_attribute(twin, "data-tag");
      diagnostics_.report(
          DiagnosticKind::UnknownHtml,
          tag != nullptr ? document_.span(tag->value_begin, tag->value_end) : document_.span(twin),
          tag != nullptr ? fmt::format("there is no block `{}`", tag->value)
                         : fmt::format("`{}` without `data-tag` is no block", kMark),
          "its content is shown as it is");
      return false;
    }
    if (depth < kMaxBlockDepth) return true;
    if (!std::exchange(is_depth_reported_, true)) {
      diagnostics_.report(DiagnosticKind::LimitReached, document_.span(twin),
                          fmt::format("blocks are nested deeper than {} levels", kMaxBlockDepth),
                          "the content of the inner ones is shown as it is");
    }
    return false;
  }

  // The tag that the element stands for, with places as if it were one.
  static ParsedTag tag_of(const Node& twin, const BlockSpec& block) {
    ParsedTag tag;
    tag.name = block.name;
    tag.length = twin.end - twin.begin;
    for (const Attribute& attribute : twin.attributes) {
      if (!attribute.name.starts_with("data-") || attribute.name == kMark ||
          attribute.name == "data-tag" || attribute.name == "data-align") {
        continue;
      }
      TagArgument& argument = tag.arguments.emplace_back();
      // `data-line-numbers` is `lineNumbers`; `data-0` is the first without a name.
      const std::string_view name = attribute.name.substr(5);
      if (!std::all_of(name.begin(), name.end(), is_digit)) {
        argument.name = replace_all(std::string(name), "-", "");
      }
      argument.is_quoted = true;
      argument.value = replace_all(std::string(attribute.value), "&", "&amp;");
      argument.name_begin = attribute.name_begin - twin.begin;
      argument.name_end = attribute.name_end - twin.begin;
      argument.value_begin = attribute.value_begin - twin.begin;
      argument.value_end = attribute.value_end - twin.begin;
    }
    return tag;
  }

  void make_block(Node& twin) {
    const BlockSpec& block = *block_of(twin);
    const ParsedTag tag = tag_of(twin, block);
    twin.kind = NodeKind::Block;
    twin.block = &block;
    twin.text = {};
    if (&block == &kInclude || &block == &kIf) document_.is_dynamic = true;
    twin.attributes = read_attributes(document_, twin.begin, tag, block, diagnostics_);
    wrap_inlines(document_, twin);
    if (block.body == BlockSpec::Body::Children) move_strangers(twin);
    if (block.body == BlockSpec::Body::Fallback) keep_fallback(twin);
    finish_block(document_, twin, diagnostics_);
  }

  // What stands in `tabs`, but in no `tab`, comes before or behind it.
  void move_strangers(Node& group) {
    Node* place = &group;
    bool is_behind = false;
    for (Node* child = group.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->kind == NodeKind::Block && child->block->name == group.block->child) {
        is_behind = true;
      } else {
        diagnostics_.report(
            DiagnosticKind::MisplacedBlock, document_.span(*child),
            fmt::format("this stands in `{}`, but in no `{}`", group.block->name,
                        group.block->child),
            fmt::format("move it into a `{}`, or out of the block", group.block->child));
        unlink(*child);
        if (is_behind) {
          insert_after(*place, *child);
          place = child;
        } else {
          insert_before(group, *child);
        }
      }
      child = next;
    }
  }

  // The first line repeats the link; what follows was written for readers.
  void keep_fallback(Node& block) {
    Node* place = &block;
    Node* first = block.first_child;
    for (Node* child = first == nullptr ? nullptr : first->next; child != nullptr;) {
      Node* next = child->next;
      unlink(*child);
      insert_after(*place, *child);
      place = child;
      child = next;
    }
  }

  static void insert_after(Node& place, Node& node) {
    if (place.next != nullptr) {
      insert_before(*place.next, node);
    } else {
      append_child(*place.parent, node);
    }
  }

  static bool is_orphan(const Node& block) {
    if (block.block->parent.empty()) return false;
    const BlockSpec* around = block_of(*block.parent);
    return around == nullptr || around->name != block.block->parent;
  }

  // Each run of `tab` outside of `tabs` gets one around it.
  void gather_orphans(Node& parent) {
    Node* group = nullptr;
    for (Node* child = parent.first_child; child != nullptr;) {
      Node* next = child->next;
      if (child->kind == NodeKind::Block && is_orphan(*child)) {
        if (group == nullptr || group->block->name != child->block->parent) {
          group = &open_group(*child);
        }
        unlink(*child);
        append_child(*group, *child);
      } else if (!is_blank(*child)) {
        group = nullptr;
      }
      child = next;
    }
  }

  Node& open_group(Node& first) {
    const BlockSpec& block = *first.block;
    diagnostics_.report(
        DiagnosticKind::MisplacedBlock, document_.span(first),
        fmt::format("`{}` stands outside of `{}`", block.name, block.parent),
        fmt::format("write `<div {} data-tag=\"{}\">` around all of them", kMark, block.parent));
    Node& group = document_.create(NodeKind::Block, first.begin, first.end);
    group.block = find_block(block.parent);
    insert_before(first, group);
    return group;
  }

  Document& document_;
  Diagnostics& diagnostics_;
  bool is_depth_reported_ = false;
};

}  // namespace

void fold_twins(Document& document, std::string_view text, Diagnostics& diagnostics) {
  if (text.find(kMark) == std::string_view::npos) return;
  Folder(document, diagnostics).fold(document.root(), 0);
}

}  // namespace carnet
