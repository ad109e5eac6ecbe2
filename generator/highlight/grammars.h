// The grammars of Prism, as assets/build/grammars.mjs wrote them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

#include "highlight/pattern.h"

namespace carnet {

// One way in which a token of a language may look.
struct TokenRule {
  static constexpr std::uint32_t kNothing = 0xFFFFFFFF;

  std::string_view classes;  // "keyword", "property-access method": Prism's own words.
  const Pattern* pattern = nullptr;
  std::uint32_t inside = kNothing;  // The grammar of what stands in the token.
  bool is_greedy = false;           // May begin where another token was found before.
  bool has_lookbehind = false;      // The pattern's first group does not belong to the token.
};

// Rules in the order in which they are tried.
using Grammar = std::vector<const TokenRule*>;

// All of them. Nothing is compiled before it is used.
class Grammars {
 public:
  // Requires a table as grammars.mjs writes it, which must outlive this.
  explicit Grammars(std::string_view table);

  const Grammar& operator[](std::uint32_t number) const { return grammars_[number]; }
  // For tests.
  const std::deque<Pattern>& patterns() const { return patterns_; }

 private:
  std::deque<Pattern> patterns_;
  std::vector<TokenRule> rules_;
  std::vector<Grammar> grammars_;
};

// The parts of the table, which an empty line ends.
struct GrammarTable {
  std::string_view languages;
  std::string_view grammars;
  std::string_view rules;
  std::string_view patterns;
};
GrammarTable split_grammar_table(std::string_view table);

}  // namespace carnet
