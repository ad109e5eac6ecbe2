#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace carnet {
namespace {

// Symbols that have a coloured picture; `⌘` and `─` have none.
bool is_pictographic(char32_t c) {
  const utf8proc_property_t& property = *utf8proc_get_property(static_cast<utf8proc_int32_t>(c));
  return property.category == UTF8PROC_CATEGORY_SO &&
         (property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
          property.boundclass == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR);
}

std::string map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                             static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);  // NOLINT(cppcoreguidelines-no-malloc): utf8proc's contract.
  return result;
}

}  // namespace

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold(std::string_view text) {
  if (is_ascii(text)) return to_lower(text);
  return map(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                       UTF8PROC_CASEFOLD);
}

std::string without_accents(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  const std::string apart = map(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE);
  std::string rest;
  rest.reserve(apart.size());
  for (std::size_t i = 0; i < apart.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(apart, i);
    if (c < 0x300 || c > 0x36F) rest.append(apart, begin, i - begin);
  }
  return to_nfc(rest);
}

char32_t to_lower_unicode(char32_t c) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

std::string to_lower_unicode(std::string_view text) {
  if (is_ascii(text)) return to_lower(text);
  std::string lowered;
  lowered.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    append_code_point(lowered,
                      static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  }
  return to_nfc(lowered);
}

std::string to_upper_unicode(std::string_view text) {
  std::string raised;
  raised.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == U'ß') {
      raised += "SS";
      continue;
    }
    append_code_point(raised,
                      static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))));
  }
  return to_nfc(raised);
}

bool is_letter_or_number(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: return true;
    default: return false;
  }
}

bool is_combining_mark(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return true;
    default: return false;
  }
}

bool is_symbol_or_emoji(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN: return true;
    default: return false;
  }
}

std::string_view leading_emoji(std::string_view text) {
  constexpr char32_t kEmojiStyle = 0xFE0F;  // Variation selector 16.
  constexpr char32_t kFirstArrow = 0x2190;  // Below are letters and typography.
  std::size_t i = 0;
  if (text.empty()) return {};
  char32_t before = next_code_point(text, i);
  bool is_emoji = before >= kFirstArrow && is_pictographic(before);
  std::size_t end = i;
  utf8proc_int32_t state = 0;
  while (i < text.size()) {
    const char32_t c = next_code_point(text, i);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                         static_cast<utf8proc_int32_t>(c), &state)) {
      break;
    }
    is_emoji = is_emoji || c == kEmojiStyle;
    before = c;
    end = i;
  }
  return is_emoji ? text.substr(0, end) : std::string_view();
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == '\t') {
      ++width;
    } else {
      width += static_cast<std::size_t>(
          std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(c))));
    }
  }
  return width;
}

}  // namespace carnet
