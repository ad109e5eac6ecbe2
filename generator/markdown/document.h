// One Markdown text, parsed: its tree, and the things in it that the rest of
// the site asks for. A document knows nothing of other files.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "markdown/front_matter.h"
#include "markdown/node.h"

namespace carnet {

// A text that parts of a document come from: its own, or one that it includes.
struct Origin {
  SourceId source = kNoSource;
  std::string path;  // From the root of the book. Empty for the document's own.
};

// A heading, in document order.
struct Heading {
  const Node* node = nullptr;
  std::uint8_t level = 0;
  std::string text;        // Words only: no mark-up, no invisible characters.
  std::size_t anchor = 0;  // Its place in Document::anchors.
};

// An id that the author wrote, or a thing that gets one because readers link to
// it: headings, summaries of `<details>` and of methods of an API, titles of tabs, dates of
// updates.
struct Anchor {
  const Node* node = nullptr;
  std::vector<std::string> explicit_ids;  // In the order written; mostly none.
  std::string text;                       // What a generated id is made of; empty: explicit only.
};

// A link as the author wrote it, in document order.
struct Link {
  enum class Kind : std::uint8_t {
    Page,   // `[text](a.md)`, `<a href>`, a content-ref.
    Image,  // `![alt](a.png)`, `<img src>`, `<source srcset>`.
    File,   // The `src` of a file block.
    Web,    // The `url` of an embed.
  };

  Kind kind = Kind::Page;
  bool is_mention = false;       // Its text is to be the target's title.
  std::string_view destination;  // Escapes and entities decoded; percent signs are not.
  std::uint32_t begin = 0;       // Where it stands in the source.
  std::uint32_t end = 0;
  std::uint16_t origin = 0;  // The source: see Document::origin.
  bool is_exact = false;     // Else only the line is sure: see locate_link.
};

// The links of the front matter, by their place in Document::links. kNoNumber: not there.
struct FrontLinks {
  std::uint32_t cover = kNoNumber;
  std::uint32_t cover_dark = kNoNumber;
  std::uint32_t canonical = kNoNumber;
  std::vector<std::uint32_t> alternates;
};

// An entry of an `updates` block.
struct Update {
  const Node* node = nullptr;
  const Node* heading = nullptr;  // Its first child, if that is a heading with words.
  std::size_t anchor = 0;         // Its place in Document::anchors: the heading's, else its own.
};

// Owns the nodes and every text that they refer to beyond the source itself.
class Document {
 public:
  explicit Document(SourceId source);

  SourceId source() const { return origins_[0].source; }
  // A place in the document's own text.
  Span span(std::uint32_t begin, std::uint32_t end) const { return {source(), begin, end}; }
  Span span(const Node& node) const { return span(node, node.begin, node.end); }
  // A place in the text that `node` comes from: of its attributes, for instance.
  Span span(const Node& node, std::uint32_t begin, std::uint32_t end) const {
    return {origins_[node.origin].source, begin, end};
  }

  // The text that a Node or a Link with this number comes from.
  const Origin& origin(std::uint16_t number) const { return origins_[number]; }
  // All of them: the document's own, then those that it includes.
  std::span<const Origin> origins() const { return origins_; }
  // The number of an included text, which is the same for the same source. 0 if
  // there are too many to be numbered.
  std::uint16_t add_origin(SourceId source, std::string_view path);

  Node& root() { return *root_; }
  const Node& root() const { return *root_; }

  // A node without a parent.
  Node& create(NodeKind kind, std::uint32_t begin, std::uint32_t end);
  // A copy that lives as long as the document.
  std::string_view keep(std::string_view text);
  std::span<const Attribute> keep(std::span<const Attribute> attributes);

  FrontMatter front_matter;
  std::vector<Heading> headings;
  std::vector<Anchor> anchors;
  std::vector<Link> links;
  FrontLinks front_links;
  std::vector<Update> updates;
  std::vector<Node*> api_blocks;       // Blocks that show a part of an API: `openapi` and its kind.
  std::vector<const Node*> codes;      // Fenced or indented code, and `<pre>`.
  std::vector<const Node*> footnotes;  // Element i has the number i + 1.
  std::vector<const Node*> formulas;
  // Pictures that films show before they play: places in `links`, by the `<video>`.
  std::unordered_map<const Node*, std::uint32_t> posters;
  // Whether there is anything that only the whole book can tell: includes,
  // conditions, expressions.
  bool is_dynamic = false;

 private:
  std::vector<Origin> origins_;  // The first one is the document's own.
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;
  Node* root_;
};

// The words of a tree: text, code, alternative texts; breaks become spaces,
// raw HTML nothing.
std::string to_plain_text(const Node& node);

}  // namespace carnet
