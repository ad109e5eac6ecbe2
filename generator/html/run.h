// A stretch of raw HTML without slots in it, and where its bytes lie in the source.

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "html/piece.h"

namespace carnet {

class HtmlFragment;

// A tag may begin in one piece and end in the next (in a quote or a list item each
// line is a piece of its own), so pieces are joined before they are read.
class HtmlRun {
 public:
  // Requires at least one piece, none of them a slot. A joined text lives in `storage`.
  HtmlRun(std::span<const HtmlPiece> pieces, HtmlFragment& storage);

  std::string_view text() const { return text_; }

  // Where a byte of the text lies in the source.
  std::uint32_t source_begin(std::size_t i) const;
  // Where a range that ends there ends in the source.
  std::uint32_t source_end(std::size_t i) const {
    return i == 0 ? source_begin(0) : source_begin(i - 1) + 1;
  }

 private:
  std::span<const HtmlPiece> pieces_;
  std::vector<std::size_t> begins_;  // Of the pieces in the text; empty for a single one.
  std::string_view text_;
};

}  // namespace carnet
