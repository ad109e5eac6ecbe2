// The grammars of Prism, as assets/build/grammars.mjs wrote them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
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

// A language whose tags stand in a text of another one: see templates.h.
struct TemplateRule {
  // Between which tags there are no others.
  enum class Literal : std::uint8_t { None, Raw, Braces };

  std::string_view classes;          // Of a whole tag: "php language-php".
  std::string_view word;             // What stands for a tag begins with it: "___PHP".
  const Pattern* pattern = nullptr;  // Finds the tags.
  std::uint32_t around = 0;          // The grammar of what is around them.
  Literal literal = Literal::None;
  bool may_stand_alone = false;  // A text without tags is not in that language.
};

// Rules in the order in which they are tried.
using Grammar = std::vector<const TokenRule*>;

// All of them. Nothing is compiled before it is used.
class Grammars {
 public:
  // Requires a table as grammars.mjs writes it, which must outlive this.
  explicit Grammars(std::string_view table);

  const Grammar& operator[](std::uint32_t number) const { return grammars_[number]; }
  const TemplateRule& template_rule(std::uint32_t number) const { return templates_[number]; }
  // For tests.
  const std::deque<Pattern>& patterns() const { return patterns_; }

 private:
  std::deque<Pattern> patterns_;
  std::vector<TokenRule> rules_;
  std::vector<Grammar> grammars_;
  std::deque<std::string> words_;  // Of the templates.
  std::vector<TemplateRule> templates_;
};

// The parts of the table, which an empty line ends.
struct GrammarTable {
  std::string_view languages;
  std::string_view grammars;
  std::string_view rules;
  std::string_view patterns;
  std::string_view templates;
};
GrammarTable split_grammar_table(std::string_view table);

}  // namespace carnet
