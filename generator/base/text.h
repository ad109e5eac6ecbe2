// Small questions about UTF-8 text that the standard library does not answer.
// Nothing here depends on a locale: letters beyond ASCII are in unicode.h.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}
constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
// A UTF-8 continuation byte (10xxxxxx) belongs to the character before it.
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// ASCII letters only; other bytes stay.
std::string to_lower(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);

// Without ASCII white space at the ends.
std::string_view trim(std::string_view text);
std::string_view trim_start(std::string_view text);
std::string_view trim_end(std::string_view text);

// The parts between the separators; one more than there are separators.
std::vector<std::string_view> split(std::string_view text, char separator);

// Takes what stands before the separator, and the separator, from the front of `text`; all of it if
// there is none.
std::string_view take_until(std::string_view& text, char separator);

// The parts of a list with commas, trimmed, without empty ones.
std::vector<std::string_view> split_list(std::string_view text);

// Markdown's escapes read: `a\_b` -> `a_b`. A backslash before a letter stays.
std::string without_escapes(std::string_view text);

std::string replace_all(std::string text, std::string_view from, std::string_view to);

// The code point that starts at text[i], and moves i behind it. Requires
// i < text.size(); a malformed byte counts as U+FFFD of length one.
char32_t next_code_point(std::string_view text, std::size_t& i);
void append_code_point(std::string& out, char32_t c);
std::size_t count_code_points(std::string_view text);

// The longest prefix of at most `bytes` bytes that cuts no character in two.
std::string_view prefix_of(std::string_view text, std::size_t bytes);

// Levenshtein's distance in bytes, or `limit` + 1 as soon as it is larger.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace carnet
