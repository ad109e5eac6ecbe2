#include "highlight/languages.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/nearest.h"
#include "highlight/embedded.h"
#include "highlight/grammars.h"
#include "symbols/table.h"

namespace carnet {
namespace {

// Prism knows some of them, and colours nothing in them.
constexpr std::array<std::string_view, 12> kPlainText = {
    "",      "ascii",  "log",       "nohighlight", "none", "output",
    "plain", "prompt", "plaintext", "raw",         "text", "txt",
};

// The table is long: where its parts begin is looked up once.
std::string_view language_table() {
  static const std::string_view languages = split_grammar_table(embedded_grammars()).languages;
  return languages;
}

}  // namespace

std::string_view language_word(std::string_view info) {
  return info.substr(0, info.find_first_of(" \t,{"));
}

Language find_language(std::string_view name) {
  Language language;
  language.name = name;
  const std::string_view entry = find_line(language_table(), name);
  const std::size_t tab = entry.find('\t');
  if (tab == std::string_view::npos) return language;
  std::from_chars(entry.data(), entry.data() + tab, language.grammar);
  const std::size_t title = entry.find('\t', tab + 1);
  std::from_chars(entry.data() + tab + 1, entry.data() + title, language.template_rule);
  language.title = entry.substr(title + 1);
  return language;
}

bool means_plain_text(std::string_view name) {
  return std::find(kPlainText.begin(), kPlainText.end(), name) != kPlainText.end();
}

std::string_view nearest_language(std::string_view name) {
  Nearest nearest(name);
  std::string_view best;
  std::string_view table = language_table();
  while (!table.empty()) {
    const std::string_view candidate = table.substr(0, table.find('\t'));
    if (nearest.offer(candidate)) best = candidate;
    table.remove_prefix(table.find('\n') + 1);
  }
  return best;
}

}  // namespace carnet
