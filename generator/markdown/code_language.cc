#include "markdown/code_language.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"
#include "highlight/languages.h"

namespace carnet {
namespace {

// Not coloured but drawn.
bool is_drawn(std::string_view name) { return name == "mermaid" || name == "math"; }

std::string_view language_of_class(const Node& element) {
  for (std::string_view name : split(attribute_value(element, "class"), ' ')) {
    for (std::string_view prefix : {"language-", "lang-"}) {
      if (name.starts_with(prefix)) return name.substr(prefix.size());
    }
  }
  return {};
}

std::string_view written_language(const Node& code) {
  if (code.kind == NodeKind::CodeBlock) return language_word(code.detail);
  std::string_view name = language_of_class(code);
  for (const Node& child : code.children()) {
    if (name.empty() && child.is_element("code")) name = language_of_class(child);
  }
  return name;
}

// Where the word stands; else the line in which the code begins.
Span place_of(const Document& document, std::string_view text, const Node& code,
              std::string_view word) {
  const std::size_t line_end = std::min(text.find('\n', code.begin), text.size());
  const std::string_view line = text.substr(code.begin, line_end - code.begin);
  const std::size_t at = line.find(word);
  if (at == std::string_view::npos) {
    return document.span(code.begin, static_cast<std::uint32_t>(line_end));
  }
  const auto begin = static_cast<std::uint32_t>(code.begin + at);
  return document.span(begin, begin + static_cast<std::uint32_t>(word.size()));
}

}  // namespace

std::string code_language(const Node& code) { return to_lower(written_language(code)); }

void check_languages(const Document& document, std::string_view text, Diagnostics& diagnostics) {
  for (const Node* code : document.codes) {
    const std::string name = code_language(*code);
    if (means_plain_text(name) || is_drawn(name)) continue;
    if (find_language(name).grammar != Language::kNoGrammar) continue;
    const std::string_view word = written_language(*code);
    diagnostics.report(DiagnosticKind::UnknownLanguage, place_of(document, text, *code, word),
                       "no language `" + std::string(prefix_of(word, 40)) + "`",
                       did_you_mean(nearest_language(name)));
  }
}

}  // namespace carnet
