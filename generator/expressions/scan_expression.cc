#include "expressions/scan_expression.h"

#include "base/hex.h"
#include "base/text.h"

namespace carnet {
namespace {

char char_at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

std::size_t digits_end(std::string_view text, std::size_t begin) {
  while (is_digit(char_at(text, begin))) ++begin;
  return begin;
}

// The code point that four hexadecimal digits stand for, or 0: half of a pair is none.
char32_t read_code_point(std::string_view digits) {
  char32_t code = 0;
  for (const char c : digits) {
    const int value = hex_value(c);
    if (value < 0) return 0;
    code = code * 16 + static_cast<char32_t>(value);
  }
  return code >= 0xD800 && code < 0xE000 ? 0 : code;
}

}  // namespace

// Not what C2 and E2 begin: spaces, quotes, symbols.
bool is_name_start(char c) {
  constexpr unsigned char kFirstBeyondAscii = 0x80;
  const auto byte = static_cast<unsigned char>(c);
  return is_letter(c) || c == '_' || c == '$' ||
         (byte >= kFirstBeyondAscii && byte != 0xC2 && byte != 0xE2);
}

bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

std::size_t space_end(std::string_view text, std::size_t begin) {
  constexpr std::string_view kFrenchSpace = "\u00A0";
  for (;;) {
    while (begin < text.size() && is_space(text[begin])) ++begin;
    if (!text.substr(begin).starts_with(kFrenchSpace)) return begin;
    begin += kFrenchSpace.size();
  }
}

std::size_t name_end(std::string_view text, std::size_t begin) {
  while (is_name_part(char_at(text, begin))) ++begin;
  return begin;
}

std::size_t number_end(std::string_view text, std::size_t begin) {
  const auto at = [&](std::size_t i) { return char_at(text, i); };
  std::size_t i = digits_end(text, begin);
  if (at(i) == '.' && !is_name_start(at(i + 1))) ++i;
  i = digits_end(text, i);
  const bool has_exponent =
      (at(i) == 'e' || at(i) == 'E') &&
      (is_digit(at(i + 1)) || ((at(i + 1) == '+' || at(i + 1) == '-') && is_digit(at(i + 2))));
  return has_exponent ? digits_end(text, i + 2) : i;
}

void append_escape(std::string_view text, std::size_t& at, std::string& out) {
  constexpr std::size_t kDigits = 4;
  const char c = char_at(text, at + 1);
  at += 2;
  switch (c) {
    case 'n': out += '\n'; return;
    case 't': out += '\t'; return;
    case 'r': out += '\r'; return;
    case 'u': {
      const bool has_digits = at + kDigits <= text.size();
      const char32_t code = has_digits ? read_code_point(text.substr(at, kDigits)) : 0;
      if (code == 0) {
        out += 'u';
        return;
      }
      at += kDigits;
      append_code_point(out, code);
      return;
    }
    case '\0': return;
    default: out += c; return;
  }
}

std::string_view word_at(std::string_view text, std::size_t begin) {
  std::size_t end = name_end(text, begin);
  if (end == begin) next_code_point(text, end);
  return text.substr(begin, end - begin);
}

std::string_view hint_for(std::string_view text) {
  constexpr std::string_view kAnd = "for \"and\" write `&&`";
  constexpr std::string_view kOr = "for \"or\" write `||`";
  if (text.starts_with("=>")) return "functions cannot be written here";
  if (text.starts_with('=')) return "to compare, write `==`";
  if (text.starts_with('&')) return kAnd;
  if (text.starts_with('|')) return kOr;
  for (std::string_view quote : {"“", "”", "’", "‘", "«"}) {
    if (text.starts_with(quote)) return "texts stand between straight quotes: \"text\"";
  }
  const std::string_view word = word_at(text, 0);
  if (word == "and") return kAnd;
  if (word == "or") return kOr;
  return {};
}

}  // namespace carnet
