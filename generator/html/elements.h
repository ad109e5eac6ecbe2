// The vocabulary of HTML: which names are elements, what kind of place they take
// in a page, and what becomes of them when an author writes them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace carnet {

enum class HtmlTag : std::uint8_t {
#define ELEMENT(tag, name, shown_as, fate, shape) tag,
#include "html/elements.def"
#undef ELEMENT
  Other,  // Any other name. Only HtmlPolicy::Trusted makes such elements.
};

inline constexpr std::size_t kHtmlTagCount = static_cast<std::size_t>(HtmlTag::Other) + 1;

struct HtmlElement {
  enum class Fate : std::uint8_t {
    Keep,
    KeepAsCard,   // Kept, without its content, for a card that links to it.
    Unwrap,       // Only the tags go: nobody would miss them.
    Drop,         // The tags go, and the author is told.
    DropContent,  // So does what is inside: it is no text for people.
  };
  enum class Shape : std::uint8_t {
    Inline,       // Stands in a line of text and holds no blocks.
    Transparent,  // May hold whatever its parent may hold: `<a>`.
    Block,        // Stands where a paragraph stands.
    Void,         // Inline, and never has content or an end tag.
    BlockVoid,    // A block of that sort: `<hr>`.
  };

  std::string_view name;
  HtmlTag tag = HtmlTag::Other;
  HtmlTag shown_as = HtmlTag::Other;
  Fate fate = Fate::Keep;
  Shape shape = Shape::Inline;

  bool is_void() const { return shape == Shape::Void || shape == Shape::BlockVoid; }
  bool is_block() const { return shape == Shape::Block || shape == Shape::BlockVoid; }
};

// The element of this name in any case, or nullptr. The result lives forever.
const HtmlElement* find_element(std::string_view name);

// What is known of a tag. For HtmlTag::Other: an inline element without a name.
const HtmlElement& element(HtmlTag tag);

// Whether what it encloses is no HTML for a browser: a script, a style, the inside of
// an `iframe`.
bool holds_raw_text(const HtmlElement& element);

// Whether HTML allows no blocks inside, though the element is a block itself:
// paragraphs, headings, `pre`, `summary`.
bool holds_only_phrasing(HtmlTag tag);

}  // namespace carnet
