// What raw HTML becomes: a small tree of known elements, decoded texts, and slots
// in which other nodes of the page stand.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "html/elements.h"

namespace carnet {

// Names one node of an HtmlFragment.
enum class HtmlIndex : std::uint32_t {};
inline constexpr HtmlIndex kNoHtmlNode{0xFFFFFFFF};

// An attribute with its value decoded once. Ranges are bytes of the source text;
// they include the quotes of the value. An attribute that the author did not
// write as such (`data-color`, from a style) has the ranges of what it was made of.
struct HtmlAttribute {
  std::string_view name{};  // In lower case.
  std::string_view value{};
  std::uint32_t name_begin = 0;
  std::uint32_t name_end = 0;
  std::uint32_t value_begin = 0;
  std::uint32_t value_end = 0;
};

struct HtmlNode {
  enum class Kind : std::uint8_t {
    Element,
    Text,     // text, decoded.
    RawText,  // text, to be written as it is: scripts of a trusted book.
    Slot,     // slot.
  };

  Kind kind = Kind::Text;
  HtmlTag tag = HtmlTag::Other;
  bool is_block = false;    // It may not stand in a paragraph.
  bool is_implied = false;  // No tag was written for it: a `tbody`, a cell around stray text.
  int slot = -1;
  std::string_view name{};  // Of an element, in lower case.
  std::string_view text{};
  std::uint32_t begin = 0;    // From the first byte of the opening tag ...
  std::uint32_t tag_end = 0;  // ... which ends here ...
  std::uint32_t end = 0;      // ... to behind the closing tag, or where the element had to end.
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  HtmlIndex first_child = kNoHtmlNode;
  HtmlIndex next = kNoHtmlNode;
};

// Owns its nodes and the texts that had to be decoded. Other texts are views of the
// pieces it was parsed from.
class HtmlFragment {
 public:
  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = const HtmlNode;
    using difference_type = std::ptrdiff_t;
    using pointer = const HtmlNode*;
    using reference = const HtmlNode&;

    Iterator(const HtmlFragment* fragment, HtmlIndex index) : fragment_(fragment), index_(index) {}
    const HtmlNode& operator*() const { return (*fragment_)[index_]; }
    const HtmlNode* operator->() const { return &**this; }
    Iterator& operator++() {
      index_ = (*fragment_)[index_].next;
      return *this;
    }
    bool operator==(const Iterator& other) const { return index_ == other.index_; }

   private:
    const HtmlFragment* fragment_;
    HtmlIndex index_;
  };
  struct Siblings {
    const HtmlFragment* fragment;
    HtmlIndex first;
    Iterator begin() const { return {fragment, first}; }
    Iterator end() const { return {fragment, kNoHtmlNode}; }
  };

  Siblings roots() const { return {this, first_root}; }
  Siblings children(const HtmlNode& node) const { return {this, node.first_child}; }
  std::span<const HtmlAttribute> attributes(const HtmlNode& node) const {
    return std::span(all_attributes).subspan(node.first_attribute, node.attribute_count);
  }
  const HtmlNode& operator[](HtmlIndex index) const {
    return nodes[static_cast<std::size_t>(index)];
  }
  HtmlNode& operator[](HtmlIndex index) { return nodes[static_cast<std::size_t>(index)]; }

  // A copy that lives as long as the fragment, also when the fragment is moved.
  std::string_view keep(std::string text) { return texts.emplace_back(std::move(text)); }

  // All nodes in document order. A few may be in no list of siblings: elements that
  // turned out to be out of place, whose children took their place.
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> all_attributes;
  std::deque<std::string> texts;  // Not a vector: texts must not move.
  HtmlIndex first_root = kNoHtmlNode;
};

// The attribute of that name (in lower case), or nullptr.
const HtmlAttribute* find_attribute(const HtmlFragment& fragment, const HtmlNode& node,
                                    std::string_view name);

}  // namespace carnet
