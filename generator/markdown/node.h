// The tree of one document, in our own types: what cmark-gfm, the block tags
// and the raw HTML of a page become.

#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>

#include "blocks/block.h"

namespace carnet {

enum class NodeKind : std::uint8_t {
  Document,

  // Blocks.
  Paragraph,
  Heading,        // level; number: its place in Document::headings
  ThematicBreak,  //
  BlockQuote,     //
  List,           // number: start; is_ordered, is_tight
  ListItem,       // task
  CodeBlock,      // text; detail: the info string
  Table,          // rows, the first one the header
  TableRow,       //
  TableCell,      // alignment; header cells are those of the first row
  Footnote,       // number: from 1, as the reader sees it; detail: label
  Block,          // block, attributes: `{% hint %}...{% endhint %}`; detail: a vendor's name
  Tag,            // detail: the tag as written. Only until fold_tags.

  // Inlines.
  Text,               // text
  SoftBreak,          //
  LineBreak,          //
  Code,               // text
  Formula,            // text: TeX; number: its place in Document::formulas; level: 1 if it stands
                      // on lines of its own, alone in a Paragraph
  Emphasis,           //
  Strong,             //
  Strikethrough,      //
  Link,               // number: its place in Document::links; text: destination; detail: title
  Image,              // the same; its children are the alternative text
  FootnoteReference,  // number: of the footnote; detail: label; level: the how-many-th reference

  // HTML, which may be a block or an inline.
  Element,  // text: name; attributes; number: its place in Document::links, or kNoNumber;
            // is_tight: a figure on the line of the figure before it
  RawHtml,  // text: HTML to pass on as it is (trusted), or until fold_html
};

inline constexpr std::uint32_t kNoNumber = 0xFFFFFFFF;

enum class Alignment : std::uint8_t { None, Left, Center, Right };
enum class Task : std::uint8_t { None, Open, Done };

// `name="value"` of a tag or an element. The value is decoded: no quotes, no
// escapes, no entities. Ranges are bytes of the source.
struct Attribute {
  std::string_view name;
  std::string_view value;
  std::uint32_t name_begin = 0;
  std::uint32_t name_end = 0;
  std::uint32_t value_begin = 0;
  std::uint32_t value_end = 0;
};

// Nodes are made by a Document and live as long as it does, as do all texts
// that they refer to. Which fields mean something is said at each kind above.
struct Node {
  NodeKind kind = NodeKind::Document;
  std::uint8_t level = 0;
  Alignment alignment = Alignment::None;
  Task task = Task::None;
  bool is_ordered = false;
  bool is_tight = false;
  std::uint16_t origin = 0;  // Which text it comes from: see Document::origin.
  bool is_raw = false;       // Stood in `{% raw %}`: nothing in it is computed.
  std::uint32_t number = kNoNumber;
  std::uint32_t begin = 0;  // Where it stands in the source. The line is right,
  std::uint32_t end = 0;    // the column of an inline only nearly (see locate.h).
  Node* parent = nullptr;
  Node* previous = nullptr;
  Node* next = nullptr;
  Node* first_child = nullptr;
  Node* last_child = nullptr;
  std::string_view text;
  std::string_view detail;
  std::span<const Attribute> attributes;
  const BlockSpec* block = nullptr;

  class Iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = const Node;
    using difference_type = std::ptrdiff_t;
    using pointer = const Node*;
    using reference = const Node&;

    explicit Iterator(const Node* node) : node_(node) {}
    const Node& operator*() const { return *node_; }
    const Node* operator->() const { return node_; }
    Iterator& operator++() {
      node_ = node_->next;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Node* node_;
  };
  struct Children {
    const Node* first;
    Iterator begin() const { return Iterator(first); }
    Iterator end() const { return Iterator(nullptr); }
  };
  Children children() const { return {first_child}; }
  bool is_block_of(const BlockSpec& spec) const {
    return kind == NodeKind::Block && block == &spec;
  }
  bool is_element(std::string_view name) const { return kind == NodeKind::Element && text == name; }
};

// Makes `child` the last child of `parent`. Requires that it has no parent.
void append_child(Node& parent, Node& child);
// Puts `node` before `place`, under the same parent. Requires that it has none.
void insert_before(Node& place, Node& node);
// Takes `node` out of its parent, with everything below it.
void unlink(Node& node);
// Moves all children of `from` behind those of `to`.
void move_children(Node& from, Node& to);

// The attribute of that name, or nullptr. Names of tags match in any letter case.
const Attribute* find_attribute(const Node& node, std::string_view name);
// Its value, or "".
std::string_view attribute_value(const Node& node, std::string_view name);

// True for `<code class="expression">`, which a value takes the place of.
bool is_expression(const Node& node);

// True for what stands inside a line of text: no paragraph may hold the others.
bool is_inline(const Node& node);

}  // namespace carnet
