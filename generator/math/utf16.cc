#include "math/utf16.h"

#include <cstdint>

namespace carnet {
namespace {

std::uint32_t byte(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

// The three bytes of a code point from U+0800 to U+FFFF.
void append_three(std::string& out, std::uint32_t c) {
  out += static_cast<char>(0xE0 | (c >> 12));
  out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (c & 0x3F));
}

bool begins_four(std::uint32_t lead) { return lead >= 0xF0 && lead < 0xF8; }

std::uint32_t read_three(std::string_view text, std::size_t i) {
  return ((byte(text, i) & 0x0F) << 12) | ((byte(text, i + 1) & 0x3F) << 6) |
         (byte(text, i + 2) & 0x3F);
}

}  // namespace

std::string to_surrogates(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (!begins_four(byte(text, i)) || i + 4 > text.size()) {
      out += text[i++];
      continue;
    }
    const std::uint32_t c = ((byte(text, i) & 0x07) << 18) | ((byte(text, i + 1) & 0x3F) << 12) |
                            ((byte(text, i + 2) & 0x3F) << 6) | (byte(text, i + 3) & 0x3F);
    append_three(out, 0xD800 + ((c - 0x10000) >> 10));
    append_three(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    i += 4;
  }
  return out;
}

std::string from_surrogates(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const bool is_high = byte(text, i) == 0xED && byte(text, i + 1) >= 0xA0;
    if (!is_high) {
      out += text[i++];
      continue;
    }
    const std::uint32_t high = read_three(text, i);
    const std::uint32_t low = read_three(text, i + 3);
    if (i + 6 > text.size() || high >= 0xDC00 || low < 0xDC00 || low > 0xDFFF) {
      append_three(out, 0xFFFD);  // Half a character is none.
      i += 3;
      continue;
    }
    const std::uint32_t c = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
    i += 6;
  }
  return out;
}

std::size_t offset_of_unit(std::string_view text, std::size_t unit) {
  std::size_t units = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((byte(text, i) & 0xC0) == 0x80) continue;
    if (units >= unit) return i;
    units += begins_four(byte(text, i)) ? 2 : 1;
  }
  return text.size();
}

}  // namespace carnet
