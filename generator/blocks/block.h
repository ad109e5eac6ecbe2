// What a GitBook block is called and what it takes: enough to read it, check
// it and resolve its links. How a block looks is a template of the theme.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace carnet {

struct AttributeSpec {
  enum class Type : std::uint8_t {
    Text,      // Words for the reader, with names of emoji and escapes as in any text.
    Literal,   // A name, a number, an expression: as it is written.
    Keyword,   // One of `keywords`.
    Flag,      // "true" or "false".
    Date,      // "2026-05-04", perhaps with a time.
    PageLink,  // A page of the book, perhaps with `#heading`, or an address on the web.
    FileLink,  // A file of the book, or an address on the web.
    WebLink,   // An address on the web that may be shown in place.
    Include,   // A text of the book that takes the block's place.
  };

  std::string_view name;
  Type type = Type::Text;
  bool required = false;
  // May be written without its name: `{% hint danger %}`.
  bool positional = false;
  // What a Keyword may be, first the value that stands for an unknown one.
  // "old=new" means that the old word is understood as the new one.
  std::span<const std::string_view> keywords = {};
};

struct BlockSpec {
  // Whether `{% name %}` waits for `{% endname %}`.
  enum class Closing : std::uint8_t { Required, Optional, Never };

  // What stands between the tags.
  enum class Body : std::uint8_t {
    Content,   // Anything, even other blocks.
    Children,  // Only blocks of the kind `child`.
    Caption,   // One line of text.
    Fallback,  // A link that GitBook wrote down; shown if nothing better is known.
    Code,      // Fenced code, which the block's attributes describe.
    Spliced,   // Anything; it takes the block's place, so that nothing is drawn around it.
  };

  std::string_view name;
  std::span<const AttributeSpec> attributes = {};
  Closing closing = Closing::Required;
  Body body = Body::Content;
  std::string_view parent = {};  // The block that this one must stand in: `tabs` for `tab`.
  std::string_view child = {};   // The blocks that must stand in this one.
  // Parts of another block, which draws them: they share its template, its specification
  // and its page of the manual.
  std::string_view family = {};
  // Whether words without a name are mistakes: GitBook writes `{% openapi-webhook New pet %}`.
  enum class Words : std::uint8_t { Reported, Ignored } words = Words::Reported;
  // Attributes that are not listed are kept, too, as texts under the names that they have.
  bool takes_any_attribute = false;
};

// What the files of a block are called: its template, its specification.
inline std::string_view family_of(const BlockSpec& block) {
  return block.family.empty() ? block.name : block.family;
}

// The attribute of that name, in any letter case, or nullptr.
const AttributeSpec* find_attribute(const BlockSpec& block, std::string_view name);

}  // namespace carnet
