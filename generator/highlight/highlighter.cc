#include "highlight/highlighter.h"

#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "highlight/embedded.h"

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
  return tokenize(code, grammars(), language.grammar).value_or(std::vector<Token>());
}

}  // namespace carnet
