#include "highlight/grammars.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace carnet {
namespace {

// Takes what stands before an empty line, and that line.
std::string_view take_part(std::string_view& text) {
  const std::size_t end = std::min(text.find("\n\n"), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 2, text.size()));
  return taken;
}

std::uint32_t to_number(std::string_view digits) {
  std::uint32_t number = TokenRule::kNothing;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

std::string to_upper(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

}  // namespace

GrammarTable split_grammar_table(std::string_view table) {
  GrammarTable parts;
  parts.languages = take_part(table);
  // A line of find_line() ends with a line end.
  parts.languages = {parts.languages.data(), parts.languages.size() + 1};
  parts.grammars = take_part(table);
  parts.rules = take_part(table);
  parts.patterns = take_part(table);
  parts.templates = table;
  return parts;
}

Grammars::Grammars(std::string_view table) {
  GrammarTable parts = split_grammar_table(table);
  while (!parts.patterns.empty()) {
    std::string_view line = take_until(parts.patterns, '\n');
    const bool ignores_case = take_until(line, '\t') == "i";
    patterns_.emplace_back(line, ignores_case ? Pattern::Case::Ignored : Pattern::Case::Kept);
  }
  while (!parts.rules.empty()) {
    std::string_view line = take_until(parts.rules, '\n');
    TokenRule rule;
    rule.classes = take_until(line, '\t');
    const std::string_view flags = take_until(line, '\t');
    rule.is_greedy = flags.find('g') != std::string_view::npos;
    rule.has_lookbehind = flags.find('l') != std::string_view::npos;
    rule.pattern = &patterns_[to_number(take_until(line, '\t'))];
    rule.inside = to_number(line);
    rules_.push_back(rule);
  }
  while (!parts.templates.empty()) {
    std::string_view line = take_until(parts.templates, '\n');
    const std::string_view name = take_until(line, '\t');
    const std::string_view mode = take_until(line, '\t');
    TemplateRule& rule = templates_.emplace_back();
    rule.classes = words_.emplace_back(std::string(name) + " language-" + std::string(name));
    rule.word = words_.emplace_back("___" + to_upper(name));
    if (mode == "raw") rule.literal = TemplateRule::Literal::Raw;
    if (mode == "braces") rule.literal = TemplateRule::Literal::Braces;
    rule.may_stand_alone = mode == "alone";
    rule.pattern = &patterns_[to_number(take_until(line, '\t'))];
    rule.around = to_number(line);
  }
  while (!parts.grammars.empty()) {
    std::string_view line = take_until(parts.grammars, '\n');
    Grammar& grammar = grammars_.emplace_back();
    if (line == "-") continue;
    while (!line.empty()) grammar.push_back(&rules_[to_number(take_until(line, ' '))]);
  }
}

}  // namespace carnet
