#include "html/tree.h"

#include <algorithm>
#include <string>

#include "base/limits.h"
#include "base/text.h"

namespace carnet {
namespace {

using enum HtmlTag;

bool is_table_part(HtmlTag tag) {
  switch (tag) {
    case Caption:
    case Col:
    case Colgroup:
    case Tbody:
    case Td:
    case Tfoot:
    case Th:
    case Thead:
    case Tr: return true;
    default: return false;
  }
}

bool is_section(HtmlTag tag) { return tag == Thead || tag == Tbody || tag == Tfoot; }
bool is_heading(HtmlTag tag) { return tag >= H1 && tag <= H6; }

// Whether an element of this tag hides what is outside of it from an end tag.
bool hides(HtmlTag tag, HtmlTag wanted) {
  if (wanted == Table) return false;
  if (is_table_part(wanted)) return tag == Table;
  if (tag == Td || tag == Th || tag == Caption || tag == Table) return true;
  if (wanted == Li) return tag == Ul || tag == Ol;
  // `<b>` with a block inside will go anyway: its end must not end the block.
  return element(wanted).shape == HtmlElement::Shape::Inline && element(tag).is_block();
}

// Elements that an author who writes `<b><i>...</b>...</i>` thinks of as overlapping.
bool may_overlap(HtmlTag tag) {
  switch (tag) {
    case A:
    case B:
    case Code:
    case Del:
    case Em:
    case I:
    case Ins:
    case Kbd:
    case Mark:
    case S:
    case Small:
    case Strong:
    case Sub:
    case Sup:
    case U: return true;
    default: return false;
  }
}

// So that a text full of overlaps does not multiply.
constexpr std::size_t kMaxReopened = 8;

// A forgotten end of one of these changes what a reader sees.
bool must_be_closed(HtmlTag tag) {
  return tag == Details || tag == Div || tag == Figure || tag == Summary || tag == Table;
}

bool is_blank(std::string_view text) { return std::ranges::all_of(text, is_space); }

}  // namespace

HtmlTag HtmlTree::tag_of(const Open& element) const {
  return element.node == kNoHtmlNode ? Other : fragment_[element.node].tag;
}

// ---- Growing.

HtmlIndex HtmlTree::append(HtmlNode node) {
  HtmlIndex index{static_cast<std::uint32_t>(fragment_.nodes.size())};
  fragment_.nodes.push_back(node);
  Open& parent = open_.back();
  if (parent.last_child != kNoHtmlNode) {
    fragment_[parent.last_child].next = index;
  } else if (parent.node != kNoHtmlNode) {
    fragment_[parent.node].first_child = index;
  } else {
    fragment_.first_root = index;
  }
  parent.last_child = index;
  if (node.is_block) parent.has_block = true;
  return index;
}

void HtmlTree::open_element(HtmlNode node, std::string_view written_name) {
  HtmlIndex previous = open_.back().last_child;
  HtmlIndex index = append(node);
  open_.push_back({.node = index, .previous = previous, .written_name = written_name});
  ++open_counts_[static_cast<std::size_t>(node.tag)];
}

void HtmlTree::open_implied(HtmlTag tag, std::uint32_t at) {
  open_element({.kind = HtmlNode::Kind::Element,
                .tag = tag,
                .is_block = true,
                .is_implied = true,
                .name = element(tag).name,
                .begin = at,
                .tag_end = at,
                .end = at},
               element(tag).name);
}

void HtmlTree::append_text(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (is_blank(text) && may_leave_out_space()) return;
  make_room_for_flow(begin);
  append({.kind = HtmlNode::Kind::Text, .text = text, .begin = begin, .tag_end = end, .end = end});
}

void HtmlTree::append_raw_text(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  append(
      {.kind = HtmlNode::Kind::RawText, .text = text, .begin = begin, .tag_end = end, .end = end});
}

void HtmlTree::append_slot(const HtmlPiece& slot, std::uint32_t at) {
  if (slot.kind == HtmlSlotKind::Space && is_in_table_structure()) return;
  if (slot.kind == HtmlSlotKind::Block) end_select(at);
  make_room_for_flow(at);
  append({.kind = HtmlNode::Kind::Slot,
          .is_block = slot.kind == HtmlSlotKind::Block,
          .slot = slot.slot,
          .begin = at,
          .tag_end = at,
          .end = at});
}

bool HtmlTree::is_in_table_structure() const {
  HtmlTag tag = tag_of(open_.back());
  return tag == Table || is_section(tag) || tag == Tr || tag == Colgroup;
}

// White space shows nothing at the start of a block and after one.
bool HtmlTree::may_leave_out_space() const {
  if (is_in_table_structure()) return true;
  if (open_counts_[static_cast<std::size_t>(Pre)] > 0) return false;
  const Open& parent = open_.back();
  bool is_in_block =
      parent.node == kNoHtmlNode ? context_ == HtmlContext::Block : fragment_[parent.node].is_block;
  return is_in_block && (parent.last_child == kNoHtmlNode || fragment_[parent.last_child].is_block);
}

// ---- What a start tag ends and begins besides.

bool HtmlTree::make_room(HtmlTag tag, std::uint32_t at) {
  if (!make_room_in_select(tag, at)) return false;
  if (is_table_part(tag)) return make_room_in_table(tag, at);
  make_room_for_flow(at);
  switch (tag) {
    case P: end_nearest(P, P, at); break;
    case Li: end_nearest(Li, Li, at); break;
    case Dd:
    case Dt: end_nearest(Dd, Dt, at); break;
    case A:
    case Button:
      if (std::size_t index = find_open(tag, {})) close_at(index, EndTag::Missing, at, at);
      break;
    default:
      if (is_heading(tag) && is_heading(tag_of(open_.back()))) close_to(open_.size() - 1, at);
  }
  return true;
}

// Closes the innermost open element of either tag, unless another block is in between.
void HtmlTree::end_nearest(HtmlTag tag, HtmlTag other, std::uint32_t at) {
  if (open_counts_[static_cast<std::size_t>(tag)] == 0 &&
      open_counts_[static_cast<std::size_t>(other)] == 0) {
    return;
  }
  for (std::size_t i = open_.size() - 1; i > 0; --i) {
    HtmlTag candidate = tag_of(open_[i]);
    if (candidate == tag || candidate == other) return close_to(i, at);
    bool is_passed = tag != P && (candidate == P || candidate == Div);
    if (element(candidate).is_block() && !is_passed) return;
  }
}

void HtmlTree::end_select(std::uint32_t at) {
  if (std::size_t index = find_open(Select, {})) close_to(index, at);
}

bool HtmlTree::make_room_in_select(HtmlTag tag, std::uint32_t at) {
  bool is_choice = tag == Option || tag == Optgroup;
  std::size_t select = find_open(Select, {});
  if (select == 0) return !is_choice;
  if (is_choice) {
    std::size_t option = tag == Option ? find_open(Option, {}) : 0;
    if (option > select) close_to(option, at);
    if (tag == Optgroup) close_to(select + 1, at);
  } else if (tag == Select) {
    close_to(select, at);
    return false;
  } else if (element(tag).is_block()) {
    close_to(select, at);
  }
  return true;
}

// Everything between a table and its cells is one of table, section, row; so the open
// elements from a table on are known by their place.
bool HtmlTree::make_room_in_table(HtmlTag tag, std::uint32_t at) {
  std::size_t table = find_open(Table, {});
  if (table == 0) return false;
  std::size_t inner = table + 1;
  auto tag_at = [&](std::size_t i) { return i < open_.size() ? tag_of(open_[i]) : Other; };
  switch (tag) {
    case Col:
      if (tag_at(inner) == Colgroup) {
        close_to(inner + 1, at);
      } else {
        close_to(inner, at);
        open_implied(Colgroup, at);
      }
      return true;
    case Td:
    case Th:
      if (is_section(tag_at(inner)) && tag_at(inner + 1) == Tr) {
        close_to(inner + 2, at);
        return true;
      }
      make_room_in_table(Tr, at);
      open_implied(Tr, at);
      return true;
    case Tr:
      if (is_section(tag_at(inner))) {
        close_to(inner + 1, at);
      } else {
        close_to(inner, at);
        open_implied(Tbody, at);
      }
      return true;
    default: close_to(inner, at); return true;
  }
}

void HtmlTree::make_room_for_flow(std::uint32_t at) {
  if (tag_of(open_.back()) == Colgroup) close_to(open_.size() - 1, at);
  if (tag_of(open_.back()) == Table) open_implied(Tbody, at);
  if (is_section(tag_of(open_.back()))) open_implied(Tr, at);
  if (tag_of(open_.back()) == Tr) open_implied(Td, at);
}

// ---- Closing.

// The innermost open element that an end tag of this name is for; 0: none.
std::size_t HtmlTree::find_open(HtmlTag tag, std::string_view name) const {
  if (open_counts_[static_cast<std::size_t>(tag)] == 0) return 0;
  for (std::size_t i = open_.size() - 1; i > 0; --i) {
    const HtmlNode& node = fragment_[open_[i].node];
    if (node.tag == tag && (tag != Other || node.name == name)) return i;
    if (hides(node.tag, tag)) return 0;
  }
  return 0;
}

bool HtmlTree::close_element(HtmlTag tag, std::string_view name, std::uint32_t begin,
                             std::uint32_t end) {
  std::size_t index = find_open(tag, name);
  if (index == 0) return false;
  close_at(index, EndTag::Written, begin, end);
  return true;
}

// Ends an element in the middle: what is inside ends, too. Of `<b>1<i>2</b>3</i>` the
// `<i>` begins anew after the `<b>`.
void HtmlTree::close_at(std::size_t index, EndTag end_tag, std::uint32_t begin, std::uint32_t end) {
  std::vector<HtmlIndex> cut;
  if (!element(tag_of(open_[index])).is_block()) {
    for (std::size_t i = index + 1; i < open_.size() && cut.size() < kMaxReopened; ++i) {
      if (may_overlap(tag_of(open_[i]))) cut.push_back(open_[i].node);
    }
  }
  close_to(index + 1, begin);
  close_last(end_tag, end);
  for (HtmlIndex node : cut) reopen(node, end);
}

void HtmlTree::reopen(HtmlIndex original, std::uint32_t at) {
  if (depth() >= kMaxTreeDepth) return;
  HtmlNode copy = fragment_[original];
  copy.first_child = copy.next = kNoHtmlNode;
  copy.is_implied = true;
  copy.is_block = false;
  copy.begin = copy.tag_end = copy.end = at;
  copy.first_attribute = static_cast<std::uint32_t>(fragment_.all_attributes.size());
  copy.attribute_count = 0;
  const HtmlNode node = fragment_[original];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    HtmlAttribute attribute = fragment_.all_attributes[node.first_attribute + i];
    if (attribute.name == "id") continue;  // An id is unique on a page.
    fragment_.all_attributes.push_back(attribute);
    ++copy.attribute_count;
  }
  open_element(copy, copy.name);
  open_.back().is_reopened = true;
}

void HtmlTree::close_to(std::size_t size, std::uint32_t at) {
  while (open_.size() > size) close_last(EndTag::Missing, at);
}

void HtmlTree::close_last(EndTag end_tag, std::uint32_t at) {
  Open closed = open_.back();
  open_.pop_back();
  HtmlNode& node = fragment_[closed.node];
  node.end = at;
  --open_counts_[static_cast<std::size_t>(node.tag)];
  if (end_tag == EndTag::Missing && must_be_closed(node.tag) && !node.is_implied) {
    std::string name(closed.written_name);
    diagnostics_.report(DiagnosticKind::UnclosedHtml, tag_span(node),
                        "`<" + name + ">` is never closed",
                        "write `</" + name + ">` where it ends");
  }
  if (closed.is_reopened && node.first_child == kNoHtmlNode) {
    replace_by_children(closed);
  } else if (closed.has_block) {
    put_right(closed, end_tag);
  }
}

// HTML does not let every element hold blocks.
void HtmlTree::put_right(const Open& closed, EndTag end_tag) {
  HtmlNode& node = fragment_[closed.node];
  const HtmlElement& what = element(node.tag);
  if (holds_only_phrasing(node.tag) && end_tag == EndTag::Missing) {
    split_at_first_block(closed);
  } else if (node.tag == P || node.tag == Pre) {
    node.tag = Div;
    node.name = element(Div).name;
  } else if (what.shape == HtmlElement::Shape::Inline && what.fate == HtmlElement::Fate::Keep &&
             node.tag != Other) {
    if (!closed.is_reopened) {
      diagnostics_.report(DiagnosticKind::DroppedHtml, tag_span(node),
                          "`<" + std::string(closed.written_name) +
                              ">` cannot enclose paragraphs and other blocks, and was left out",
                          "write it inside of each");
    }
    replace_by_children(closed);
  } else if (!what.is_block()) {
    node.is_block = true;
    open_.back().has_block = true;
  }
}

// Requires that `closed` is the last child of the innermost open element.
void HtmlTree::replace_by_children(const Open& closed) {
  Open& parent = open_.back();
  HtmlIndex first = fragment_[closed.node].first_child;
  if (closed.previous != kNoHtmlNode) {
    fragment_[closed.previous].next = first;
  } else if (parent.node != kNoHtmlNode) {
    fragment_[parent.node].first_child = first;
  } else {
    fragment_.first_root = first;
  }
  parent.last_child = first == kNoHtmlNode ? closed.previous : closed.last_child;
  if (closed.has_block) parent.has_block = true;
}

// Nobody wrote where a paragraph, a heading or a summary ends: not later than here.
// Requires what replace_by_children requires, and that there is a block.
void HtmlTree::split_at_first_block(const Open& closed) {
  HtmlIndex last = kNoHtmlNode;
  HtmlIndex block = fragment_[closed.node].first_child;
  while (block != kNoHtmlNode && !fragment_[block].is_block) {
    last = block;
    block = fragment_[block].next;
  }
  if (block == kNoHtmlNode) return;
  if (last == kNoHtmlNode) return replace_by_children(closed);
  HtmlNode& node = fragment_[closed.node];
  fragment_[last].next = kNoHtmlNode;
  node.next = block;
  node.end = fragment_[block].begin;
  open_.back().last_child = closed.last_child;
}

}  // namespace carnet
