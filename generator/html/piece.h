// What raw HTML looks like in Markdown: pieces of it, with other things in between.

#pragma once

#include <cstdint>
#include <string_view>

namespace carnet {

enum class HtmlSlotKind : std::uint8_t {
  Block,   // A paragraph, a list, a hint, ...
  Inline,  // Text, a link, ...
  Space,   // A line end and nothing else.
};

// Either a piece of raw HTML or the place of another node of the page.
struct HtmlPiece {
  std::string_view html;     // As the author wrote it; empty for a slot.
  std::uint32_t offset = 0;  // Where it begins in the source text. A slot may leave it out.
  int slot = -1;             // The caller's number of the node; -1 for HTML.
  HtmlSlotKind kind = HtmlSlotKind::Inline;  // Of a slot.
};

}  // namespace carnet
