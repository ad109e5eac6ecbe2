#include "highlight/highlighter.h"

#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "highlight/embedded.h"
#include "highlight/templates.h"

namespace carnet {
namespace {

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    if (next_code_point(text, i) == 0xFFFD && i == begin + 1) return false;
  }
  return true;
}

}  // namespace

const Grammars& Highlighter::grammars() const {
  std::call_once(once_, [this] { grammars_ = std::make_unique<Grammars>(embedded_grammars()); });
  return *grammars_;
}

std::vector<Token> Highlighter::colour(std::string_view code, const Language& language) const {
  if (language.grammar == Language::kNoGrammar || code.size() > kMaxColouredBytes) return {};
  if (!is_valid_utf8(code)) return {};
  const Grammars& all = grammars();
  const bool is_template = language.template_rule != Language::kNoTemplate;
  const auto tokens = is_template
                          ? tokenize_template(code, all, all.template_rule(language.template_rule),
                                              language.grammar)
                          : tokenize(code, all, language.grammar);
  return tokens.value_or(std::vector<Token>());
}

}  // namespace carnet
