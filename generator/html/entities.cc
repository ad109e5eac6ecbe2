#include "html/entities.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>

#include "base/text.h"

namespace carnet {
namespace {

struct Entity {
  std::string_view name;
  std::string_view value;
  bool without_semicolon;
};

constexpr Entity kEntities[] = {
#define ENTITY(name, value, without_semicolon) {name, value, without_semicolon},
#include "html/entities.def"
#undef ENTITY
};
static_assert(std::ranges::is_sorted(kEntities, {}, &Entity::name));

constexpr std::size_t kLongestName = 31;
constexpr std::size_t kLongestBareName = 6;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

const Entity* find_entity(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
  return found != std::end(kEntities) && found->name == name ? found : nullptr;
}

// What numbers between 0x80 and 0x9F mean: the authors thought of Windows-1252.
constexpr std::uint16_t kWindows1252[] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

void append_numbered(std::string& out, std::uint32_t number) {
  if (number >= 0x80 && number <= 0x9F) number = kWindows1252[number - 0x80];
  bool is_character = number != 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
  append_code_point(out, is_character ? static_cast<char32_t>(number) : U'\uFFFD');
}

// Each of these reads a reference at the front of `text`, which begins with `&`,
// and returns its length, or 0 if there is none.

std::size_t decode_number(std::string_view text, std::string& out) {
  bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const char* begin = text.data() + (hexadecimal ? 3 : 2);
  const char* end = text.data() + text.size();
  if (begin >= end) return 0;
  std::uint32_t number = 0;
  auto [stop, error] = std::from_chars(begin, end, number, hexadecimal ? 16 : 10);
  if (stop == begin) return 0;
  append_numbered(out, error == std::errc() ? number : 0);
  std::size_t length = static_cast<std::size_t>(stop - text.data());
  return length + (length < text.size() && text[length] == ';' ? 1 : 0);
}

std::size_t decode_name(std::string_view text, EntityPlace place, std::string& out) {
  std::size_t length = 1;
  while (length < text.size() && length <= kLongestName && is_alphanumeric(text[length])) ++length;
  std::string_view name = text.substr(1, length - 1);
  if (length < text.size() && text[length] == ';') {
    if (const Entity* entity = find_entity(name)) {
      out += entity->value;
      return length + 1;
    }
  }
  for (std::size_t n = std::min(name.size(), kLongestBareName); n >= 2; --n) {
    const Entity* entity = find_entity(name.substr(0, n));
    if (entity == nullptr || !entity->without_semicolon) continue;
    char next = n + 1 < text.size() ? text[n + 1] : '\0';
    if (place == EntityPlace::AttributeValue && (next == '=' || is_alphanumeric(next))) return 0;
    out += entity->value;
    return n + 1;
  }
  return 0;
}

}  // namespace

bool has_entities(std::string_view text) {
  return text.find('&') != text.npos || text.find('\0') != text.npos;
}

std::string decode_entities(std::string_view text, EntityPlace place) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    std::size_t plain = std::min(text.find_first_of(std::string_view("&\0", 2)), text.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    std::size_t length = 1;
    if (text[0] == '\0') {
      out += kReplacement;
    } else {
      length = text.size() > 1 && text[1] == '#' ? decode_number(text, out)
                                                 : decode_name(text, place, out);
      if (length == 0) {
        out += '&';
        length = 1;
      }
    }
    text.remove_prefix(length);
  }
  return out;
}

}  // namespace carnet
