// The names of languages, as they stand behind a fence.

#pragma once

#include <cstdint>
#include <string_view>

namespace carnet {

struct Language {
  static constexpr std::uint32_t kNoGrammar = 0xFFFFFFFF;
  static constexpr std::uint32_t kNoTemplate = 0xFFFFFFFF;

  std::string_view name;   // As it was asked for: "js".
  std::string_view title;  // For readers: "JavaScript". Empty for plain text.
  std::uint32_t grammar = kNoGrammar;
  std::uint32_t template_rule = kNoTemplate;  // If its tags stand in HTML.
};

// The word that names the language in what stands behind a fence: the first one, up to a comma or
// a brace. May be empty.
std::string_view language_word(std::string_view info);

// The language of that name, which is in lower case: one of Prism's, one of its aliases, or another
// name that authors use. Without title and grammar if there is none.
Language find_language(std::string_view name);

// True for the empty name, and for words that say that something is no code: "text", "none".
bool means_plain_text(std::string_view name);

// The name that was probably meant, or "".
std::string_view nearest_language(std::string_view name);

}  // namespace carnet
