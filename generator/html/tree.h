// A tree of elements as it grows, tag by tag.
//
// The rules are those of browsers, made to lose nothing: what has no place in a table
// gets a cell there instead of being moved before the table, and an element that has no
// place goes alone, without its content. So texts and slots stay in the order in which
// they were added, each exactly once.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "html/fragment.h"
#include "html/parse_html.h"

namespace carnet {

class HtmlTree {
 public:
  // Builds into `fragment`; reports what it had to close or to leave out.
  HtmlTree(HtmlContext context, SourceId source, HtmlFragment& fragment, Diagnostics& diagnostics)
      : context_(context), source_(source), fragment_(fragment), diagnostics_(diagnostics) {}

  // Ends and begins what must be before an element of this tag can follow. False if there
  // is no place for it: a cell outside of a table. `at` is its place in the source.
  bool make_room(HtmlTag tag, std::uint32_t at);

  // Adds an element after what is there. Requires that room was made for it.
  void append_element(HtmlNode node) { append(node); }
  // The same, and what follows is inside of it. `written_name` is static text.
  void open_element(HtmlNode node, std::string_view written_name);

  void append_text(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void append_raw_text(std::string_view text, std::uint32_t begin, std::uint32_t end);
  void append_slot(const HtmlPiece& slot, std::uint32_t at);

  // Closes the element that an end tag is for. False if there is none.
  bool close_element(HtmlTag tag, std::string_view name, std::uint32_t begin, std::uint32_t end);

  // Closes everything.
  void close_all(std::uint32_t at) { close_to(1, at); }

  // How many elements are open.
  std::size_t depth() const { return open_.size() - 1; }

 private:
  // An element whose end has not come. The first one stands for the fragment itself.
  struct Open {
    HtmlIndex node = kNoHtmlNode;
    HtmlIndex previous = kNoHtmlNode;  // Its sibling.
    HtmlIndex last_child = kNoHtmlNode;
    std::string_view written_name{};
    bool has_block = false;    // Somewhere inside.
    bool is_reopened = false;  // See close_element.
  };
  enum class EndTag { Written, Missing };

  bool make_room_in_table(HtmlTag tag, std::uint32_t at);
  bool make_room_in_select(HtmlTag tag, std::uint32_t at);
  void make_room_for_flow(std::uint32_t at);
  void end_select(std::uint32_t at);
  void end_nearest(HtmlTag tag, HtmlTag other, std::uint32_t at);

  HtmlIndex append(HtmlNode node);
  void open_implied(HtmlTag tag, std::uint32_t at);
  void reopen(HtmlIndex original, std::uint32_t at);

  std::size_t find_open(HtmlTag tag, std::string_view name) const;
  void close_at(std::size_t index, EndTag end_tag, std::uint32_t begin, std::uint32_t end);
  void close_to(std::size_t size, std::uint32_t at);
  void close_last(EndTag end_tag, std::uint32_t at);
  void put_right(const Open& element, EndTag end_tag);
  void replace_by_children(const Open& element);
  void split_at_first_block(const Open& element);

  HtmlTag tag_of(const Open& element) const;
  bool is_in_table_structure() const;
  bool may_leave_out_space() const;
  Span tag_span(const HtmlNode& node) const { return {source_, node.begin, node.tag_end}; }

  HtmlContext context_;
  SourceId source_;
  HtmlFragment& fragment_;
  Diagnostics& diagnostics_;
  std::vector<Open> open_{1};
  std::array<std::uint32_t, kHtmlTagCount> open_counts_{};  // So that looking in vain is free.
};

}  // namespace carnet
