// Letters as a search compares them. The browser does the same
// (assets/search/words.js): what is changed here is changed there.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace carnet {

// A word in lower case as it is compared with what people type: without accents,
// ligatures as two letters. "œuvre" becomes "oeuvre", "élève" becomes "eleve".
std::string fold_word(std::string_view word);

// Letters of scripts that put no spaces between words (Chinese, Japanese, Thai, ...), and
// Korean ones, whose words have many endings. They are indexed in pairs.
bool is_paired_letter(char32_t c);

// What stands inside of words and is not seen: soft hyphens, zero width spaces.
bool is_invisible(char32_t c);

// The order in which a browser compares texts, by UTF-16 units: below zero if `a` comes first,
// zero if they are the same.
int compare_in_browser(std::string_view a, std::string_view b);
inline bool is_before_in_browser(std::string_view a, std::string_view b) {
  return compare_in_browser(a, b) < 0;
}

// The beginning of a text as a number in that order: what has a smaller one comes first, what has
// the same may do either.
std::uint64_t browser_prefix(std::string_view text);

}  // namespace carnet
