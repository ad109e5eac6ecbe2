#include "search/pack_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kHashBits = 13;
constexpr std::size_t kMostTries = 8;
constexpr char16_t kEscape = 1;

std::u16string to_utf16(std::string_view text) {
  std::u16string units(text.size(), u'\0');
  std::size_t size = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      units[size++] = byte;
      ++i;
      continue;
    }
    char32_t c = next_code_point(text, i);
    if (c >= 0x10000) {
      c -= 0x10000;
      units[size++] = static_cast<char16_t>(0xD800 + (c >> 10));
      units[size++] = static_cast<char16_t>(0xDC00 + (c & 0x3FF));
    } else {
      units[size++] = static_cast<char16_t>(c);
    }
  }
  units.resize(size);
  return units;
}

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

std::uint32_t utf8_size(char16_t unit) {
  if (unit < 0x80) return 1;
  return unit < 0x800 || is_high(unit) || is_low(unit) ? 2 : 3;
}

struct Match {
  std::size_t length = 0;
  std::size_t distance = 0;
  std::size_t gain = 0;  // Bytes.
};

class Packer {
 public:
  Packer(const std::u16string& text, const PackLayout& layout, std::string& out)
      : text_(text), layout_(layout), out_(out), before_(text.size(), kNone) {
    heads_.fill(kNone);
    sizes_.reserve(text.size() + 1);
    std::uint32_t size = 0;
    sizes_.push_back(0);
    for (const char16_t unit : text) sizes_.push_back(size += utf8_size(unit));
  }

  void pack() {
    out_ += '`';
    append_code_point(out_, layout_.first);
    Match here = find(0);
    for (std::size_t i = 0; i < text_.size();) {
      note(i);
      // A better one may begin at the next place.
      const Match next = find(i + 1);
      if (here.gain > 0 && next.gain <= here.gain) {
        append_code_point(out_, static_cast<char32_t>(
                                    layout_.first + (here.length - kShortest) * layout_.distances +
                                    here.distance - 1));
        for (std::size_t k = i + 1; k < i + here.length; ++k) note(k);
        i += here.length;
        here = find(i);
        continue;
      }
      const std::size_t written = append_literal(i);
      here = written == 1 ? next : find(i + written);
      i += written;
    }
    out_ += '`';
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::size_t hash(std::size_t i) const {
    const std::uint32_t value = (static_cast<std::uint32_t>(text_[i]) * 0x9E3779B1U) ^
                                (static_cast<std::uint32_t>(text_[i + 1]) * 0x85EBCA77U) ^
                                (static_cast<std::uint32_t>(text_[i + 2]) * 0xC2B2AE3DU);
    return value >> (32 - kHashBits);
  }

  void note(std::size_t i) {
    if (i + kShortest > text_.size()) return;
    std::uint32_t& head = heads_[hash(i)];
    before_[i] = head;
    head = static_cast<std::uint32_t>(i);
  }

  Match find(std::size_t i) const {
    Match best;
    if (i + kShortest > text_.size()) return best;
    const std::size_t most = std::min(text_.size() - i, layout_.lengths + kShortest - 1);
    std::size_t tries = kMostTries;
    for (std::uint32_t at = heads_[hash(i)]; at != kNone && tries-- > 0; at = before_[at]) {
      const std::size_t distance = i - at;
      if (distance > layout_.distances) break;
      if (best.length > 0 && text_[at + best.length - 1] != text_[i + best.length - 1]) continue;
      std::size_t length = 0;
      while (length < most && text_[at + length] == text_[i + length]) ++length;
      // A pair of units is one character of the file.
      if (length > 0 && is_high(text_[i + length - 1])) --length;
      if (length < kShortest || length <= best.length) continue;
      const std::size_t bytes = sizes_[i + length] - sizes_[i];
      if (bytes <= 3) continue;
      best = {length, distance, bytes - 3};
      if (length == most) break;
    }
    return best;
  }

  // Returns how many units it has written.
  std::size_t append_literal(std::size_t i) {
    const char16_t unit = text_[i];
    if (unit < 0x80) {
      if (unit == '`' || unit == '\\' || unit == '$') out_ += '\\';
      out_ += static_cast<char>(unit);
      return 1;
    }
    if (is_high(unit) && i + 1 < text_.size()) {
      append_code_point(out_, 0x10000 + ((static_cast<char32_t>(unit) - 0xD800) << 10) +
                                  (text_[i + 1] - 0xDC00U));
      note(i + 1);
      return 2;
    }
    if (unit >= layout_.first && unit < layout_.first + layout_.lengths * layout_.distances) {
      out_ += static_cast<char>(kEscape);
    }
    append_code_point(out_, unit);
    return 1;
  }

  const std::u16string& text_;
  const PackLayout& layout_;
  std::string& out_;
  std::array<std::uint32_t, std::size_t{1} << kHashBits> heads_{};
  std::vector<std::uint32_t> before_;
  std::vector<std::uint32_t> sizes_;  // Bytes up to each unit.
};

}  // namespace

void append_packed(std::string& out, std::string_view text) {
  const std::u16string units = to_utf16(text);
  const auto in_wide = std::count_if(units.begin(), units.end(), [](char16_t unit) {
    return unit >= kWidePacking.first && unit < 0xD800;
  });
  const bool is_wide = static_cast<std::size_t>(in_wide) < units.size() / 20;
  Packer(units, is_wide ? kWidePacking : kNarrowPacking, out).pack();
}

}  // namespace carnet
