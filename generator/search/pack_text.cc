#include "search/pack_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kReferenceSize = 3;  // Bytes.
constexpr unsigned kHashBits = 14;
constexpr std::size_t kMostTries = 3;
constexpr std::size_t kLongEnough = 9;
constexpr char kEscape = 1;
constexpr std::size_t kBehind = 4;

bool is_high(char16_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char16_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// A text in UTF-16, and where each unit stands in UTF-8. Both halves of a pair stand at the same
// place.
struct Units {
  std::vector<char16_t> units;        // And kBehind more.
  std::vector<std::uint32_t> begins;  // And one more, at the end.

  explicit Units(std::string_view text) {
    units.resize(text.size() + kBehind);
    begins.resize(text.size() + 1);
    std::size_t size = 0;
    const auto add = [&](char32_t unit, std::size_t begin) {
      units[size] = static_cast<char16_t>(unit);
      begins[size++] = static_cast<std::uint32_t>(begin);
    };
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t begin = i;
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80) {
        add(byte, i++);
        continue;
      }
      const char32_t c = next_code_point(text, i);
      if (c < 0x10000) {
        add(c, begin);
      } else {
        add(0xD800 + ((c - 0x10000) >> 10), begin);
        add(0xDC00 + ((c - 0x10000) & 0x3FF), begin);
      }
    }
    units.resize(size + kBehind);
    begins[size] = static_cast<std::uint32_t>(text.size());
    begins.resize(size + 1);
  }
};

struct Match {
  std::size_t length = 0;
  std::size_t distance = 0;
  std::size_t gain = 0;  // Bytes.
};

class Packer {
 public:
  Packer(std::string_view text, const Units& units, const PackLayout& layout, std::string& out)
      : text_(text),
        units_(units.units),
        begins_(units.begins),
        size_(begins_.size() - 1),
        layout_(layout),
        out_(out),
        before_(std::make_unique<std::uint32_t[]>(size_)) {  // NOLINT(*-avoid-c-arrays)
    heads_.fill(kNone);
  }

  void pack() {
    out_ += '`';
    append_code_point(out_, layout_.first);
    Match here = find(0);
    for (std::size_t i = 0; i < size_;) {
      note(i, last_hash_);
      // A better one may begin at the next place.
      const bool is_long = here.length >= kLongEnough;
      const Match next = is_long ? Match{} : find(i + 1);
      if (here.gain == 0 || next.gain > here.gain) {
        escape_at(i);
        here = next;
        ++i;
        continue;
      }
      copy_up_to(i);
      append_code_point(out_, static_cast<char32_t>(layout_.first +
                                                    (here.length - kShortest) * layout_.distances +
                                                    here.distance - 1));
      for (std::size_t k = i + 1; k < i + here.length; ++k) note(k, hash(k));
      i += here.length;
      copied_ = i;
      here = find(i);
    }
    copy_up_to(size_);
    out_ += '`';
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::size_t hash(std::size_t i) const {
    const std::uint64_t four = units_[i] | static_cast<std::uint64_t>(units_[i + 1]) << 16U |
                               static_cast<std::uint64_t>(units_[i + 2]) << 32U |
                               static_cast<std::uint64_t>(units_[i + 3]) << 48U;
    return (four * 0x9E3779B97F4A7C15U) >> (64U - kHashBits);
  }

  void note(std::size_t i, std::size_t hash) {
    if (i + kShortest > size_) return;
    std::uint32_t& head = heads_[hash];
    before_[i] = head;
    head = static_cast<std::uint32_t>(i);
  }

  Match find(std::size_t i) {
    Match best;
    if (i + kShortest > size_) return best;
    last_hash_ = hash(i);
    if (is_low(units_[i])) return best;
    const std::size_t most = std::min(size_ - i, layout_.lengths + kShortest - 1);
    std::size_t tries = kMostTries;
    for (std::uint32_t at = heads_[last_hash_]; at != kNone && tries-- > 0; at = before_[at]) {
      if (i - at > layout_.distances) break;
      if (best.length > 0 && units_[at + best.length] != units_[i + best.length]) continue;
      std::size_t length = std::min(most, shared_length(at, i));
      // A pair of units is one character of the file.
      if (length > 0 && is_high(units_[i + length - 1])) --length;
      if (length < kShortest || length <= best.length) continue;
      const std::size_t bytes = begins_[i + length] - begins_[i];
      if (bytes <= kReferenceSize) continue;
      best = {length, i - at, bytes - kReferenceSize};
      if (length == most) break;
    }
    return best;
  }

  // How many units are the same from two places on; four of them are compared at once, and
  // behind the end stand some that are only there for it.
  std::size_t shared_length(std::size_t a, std::size_t b) const {
    for (std::size_t length = 0;; length += 4) {
      std::uint64_t at_a = 0;
      std::uint64_t at_b = 0;
      if (b + length >= size_) return length;
      std::memcpy(&at_a, units_.data() + a + length, sizeof at_a);
      std::memcpy(&at_b, units_.data() + b + length, sizeof at_b);
      if (at_a != at_b)
        return length + static_cast<std::size_t>(std::countr_zero(at_a ^ at_b)) / 16;
    }
  }

  void copy_up_to(std::size_t i) {
    out_ += text_.substr(begins_[copied_], begins_[i] - begins_[copied_]);
    copied_ = i;
  }

  // What is taken as it is, but would mean something else.
  void escape_at(std::size_t i) {
    const char16_t unit = units_[i];
    if (unit == '`' || unit == '\\' || unit == '$') {
      copy_up_to(i);
      out_ += '\\';
    } else if (unit >= layout_.first &&
               unit < layout_.first + layout_.lengths * layout_.distances) {
      copy_up_to(i);
      out_ += kEscape;
    }
  }

  std::string_view text_;
  const std::vector<char16_t>& units_;
  const std::vector<std::uint32_t>& begins_;
  std::size_t size_;  // Units of the text.
  const PackLayout& layout_;
  std::string& out_;
  std::size_t copied_ = 0;     // Units that are written.
  std::size_t last_hash_ = 0;  // Of the place that was asked for last.
  std::array<std::uint32_t, std::size_t{1} << kHashBits> heads_{};
  std::unique_ptr<std::uint32_t[]> before_;  // NOLINT(*-avoid-c-arrays)
};

}  // namespace

void append_packed(std::string& out, std::string_view text) {
  const Units units(text);
  const auto in_wide = std::count_if(units.units.begin(), units.units.end(), [](char16_t unit) {
    return unit >= kWidePacking.first && unit < 0xD800;
  });
  const bool is_wide = static_cast<std::size_t>(in_wide) <= units.units.size() / 20;
  out.reserve(out.size() + text.size());
  Packer(text, units, is_wide ? kWidePacking : kNarrowPacking, out).pack();
}

}  // namespace carnet
