#include "symbols/emoji.h"

#include <charconv>
#include <cstddef>
#include <cstdint>

#include "base/text.h"
#include "symbols/table.h"

namespace carnet {

// Written by assets/build/emoji.mjs, which says what is in it.
std::string_view embedded_emoji();

namespace {

// The longest name is shorter, and so is every line of code points.
constexpr std::size_t kMaxNameBytes = 100;

bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_' || c == '+' || c == '-';
}
bool is_of_word(char c) { return is_letter(c) || is_digit(c) || c == ':' || c == '_'; }

// Where the name that begins behind the colon at `colon` ends; npos: there is none.
std::size_t find_name_end(std::string_view text, std::size_t colon) {
  std::size_t end = colon + 1;
  while (end < text.size() && end - colon <= kMaxNameBytes && is_of_name(text[end])) ++end;
  const bool ends = end > colon + 1 && end < text.size() && text[end] == ':';
  return ends ? end : std::string_view::npos;
}

}  // namespace

std::string_view find_emoji(std::string_view name) { return find_line(embedded_emoji(), name); }

std::optional<std::string> replace_emoji_names(std::string_view text) {
  std::optional<std::string> replaced;
  std::size_t copied = 0;  // As far as `text` is in `replaced`.
  std::size_t colon = text.find(':');
  while (colon != std::string_view::npos) {
    const std::size_t end = find_name_end(text, colon);
    std::string_view emoji;
    if (end != std::string_view::npos) {
      // One name may follow the other: `:flag_fr::flag_de:`.
      const bool begins =
          colon == 0 || (colon == copied && replaced.has_value()) || !is_of_word(text[colon - 1]);
      const bool ends = end + 1 == text.size() || !is_of_word(text[end + 1]) ||
                        (text[end + 1] == ':' && find_name_end(text, end + 1) != text.npos);
      if (begins && ends) emoji = find_emoji(text.substr(colon + 1, end - colon - 1));
    }
    if (emoji.empty()) {
      colon = text.find(':', colon + 1);
      continue;
    }
    if (!replaced) replaced.emplace();
    replaced->append(text.substr(copied, colon - copied)).append(emoji);
    copied = end + 1;
    colon = text.find(':', copied);
  }
  if (replaced) replaced->append(text.substr(copied));
  return replaced;
}

std::string emoji_of_code(std::string_view code) {
  if (code.empty() || code.size() > kMaxNameBytes) return {};
  std::string emoji;
  for (std::string_view part : split(code, '-')) {
    std::uint32_t point = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), point, 16);
    const bool is_number = error == std::errc() && end == part.data() + part.size();
    const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (!is_number || point < 0x20 || point > 0x10FFFF || is_surrogate) return {};
    append_code_point(emoji, static_cast<char32_t>(point));
  }
  return emoji;
}

}  // namespace carnet
