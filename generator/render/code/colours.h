// Code as HTML, with the words that have a colour in elements of their own.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "highlight/tokenize.h"

namespace carnet {

// Writes a code piece by piece, so that other elements may stand between the pieces.
class CodeColours {
 public:
  // `code` must outlive this.
  CodeColours(std::string_view code, std::vector<Token> tokens)
      : code_(code), tokens_(std::move(tokens)) {}

  // Appends some bytes of the code as `<span class="token keyword">if</span>`. Every element that
  // it opens is closed. Requires that no piece begins before the end of the one before.
  void append(std::size_t begin, std::size_t end, std::string& out);

 private:
  std::string_view code_;
  std::vector<Token> tokens_;
  std::size_t next_ = 0;            // The first token that was not yet begun.
  std::vector<const Token*> open_;  // Those that go on behind the last piece, outermost first.
};

}  // namespace carnet
