#include "config/language.h"

#include <algorithm>

#include "base/text.h"

namespace carnet {

bool is_language_tag(std::string_view text) {
  bool is_first = true;
  for (const std::string_view part : split(text, '-')) {
    const bool has_length =
        is_first ? part.size() == 2 || part.size() == 3 : !part.empty() && part.size() <= 8;
    const bool has_letters = std::all_of(part.begin(), part.end(), [&](char c) {
      return is_letter(c) || (!is_first && is_digit(c));
    });
    if (!has_length || !has_letters) return false;
    is_first = false;
  }
  return true;
}

std::string_view main_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace carnet
