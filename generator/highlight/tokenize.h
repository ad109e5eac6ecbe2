// Prism's way of finding the tokens of a text, which is not that of a compiler: rule after rule
// is tried on whatever the rules before have left.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "highlight/grammars.h"

namespace carnet {

// Some bytes of a text and what they are. Tokens may stand in tokens.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view classes;  // Of its rule.

  bool operator==(const Token&) const = default;
};

// The tokens of `text` in the order in which they begin, each before those inside of it. None
// is empty. The same as those of Prism.js 1.30 without hooks, whose `tokenize` this follows step
// by step. Nothing if the text makes a rule try without end.
//
// Requires valid UTF-8 of less than 4 GB.
std::optional<std::vector<Token>> tokenize(std::string_view text, const Grammars& grammars,
                                           std::uint32_t grammar);

}  // namespace carnet
