#include "search/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// Letters that are not a letter and an accent, as far as Unicode is concerned.
std::string_view plain_letters_of(char32_t c) {
  switch (c) {
    case U'œ': return "oe";
    case U'æ': return "ae";
    case U'ß': return "ss";
    case U'ø': return "o";
    case U'ł': return "l";
    case U'đ':
    case U'ð': return "d";
    case U'þ': return "th";
    case U'ı': return "i";
    case U'ς': return "σ";
    default: return {};
  }
}

// A code point above those of two bytes stands before the last ones of them, as its first
// surrogate does.
char32_t browser_rank(char32_t c) {
  if (c >= 0x10000) return 0xD800;
  return c;
}

std::string fold_slowly(std::string_view word) {
  const std::string plain = without_accents(word);
  std::string folded;
  folded.reserve(plain.size());
  for (std::size_t i = 0; i < plain.size();) {
    const std::size_t begin = i;
    const std::string_view letters = plain_letters_of(next_code_point(plain, i));
    if (letters.empty()) {
      folded.append(plain, begin, i - begin);
    } else {
      folded += letters;
    }
  }
  return folded;
}

// Latin letters, which nearly all are, without asking Unicode again. Marks that stand apart and
// what is beyond them need it.
constexpr char32_t kLatin = 0x250;

const std::array<std::string, kLatin>& folded_latin() {
  static const std::array<std::string, kLatin> letters = [] {
    std::array<std::string, kLatin> all;
    for (char32_t c = 0; c < kLatin; ++c) {
      std::string letter;
      append_code_point(letter, c);
      all.at(c) = fold_slowly(letter);
    }
    return all;
  }();
  return letters;
}

}  // namespace

std::string fold_word(std::string_view word) {
  if (is_ascii(word)) return std::string(word);
  const std::array<std::string, kLatin>& latin = folded_latin();
  std::string folded;
  folded.reserve(word.size());
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (c >= kLatin) return fold_slowly(word);
    folded += latin[c];
  }
  return folded;
}

bool is_paired_letter(char32_t c) {
  if (c < 0x0E00) return false;
  constexpr std::array<std::pair<char32_t, char32_t>, 11> kRanges = {{
      {0x0E00, 0x0EFF},    // Thai, Lao
      {0x0F00, 0x0FFF},    // Tibetan
      {0x1000, 0x109F},    // Myanmar
      {0x1100, 0x11FF},    // Korean, apart
      {0x1780, 0x17FF},    // Khmer
      {0x3005, 0x3007},    // Chinese repetition marks
      {0x3040, 0x30FF},    // Japanese
      {0x3400, 0x9FFF},    // Chinese
      {0xAC00, 0xD7AF},    // Korean
      {0xF900, 0xFAFF},    // Chinese, compatible
      {0x20000, 0x3FFFF},  // Chinese, rare
  }};
  return std::any_of(kRanges.begin(), kRanges.end(),
                     [c](const auto& range) { return c >= range.first && c <= range.second; });
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

int compare_in_browser(std::string_view a, std::string_view b) {
  const int order = a.compare(b);
  if (order == 0) return 0;
  // Bytes are in the same order, but for characters from U+E000 on.
  const auto is_late = [](char c) { return static_cast<unsigned char>(c) >= 0xEE; };
  if (std::none_of(a.begin(), a.end(), is_late) || std::none_of(b.begin(), b.end(), is_late))
    return order;
  const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  auto i = static_cast<std::size_t>(differ.first - a.begin());
  if (i == a.size() || i == b.size()) return order;
  while (i > 0 && is_continuation(a[i])) --i;
  std::size_t j = i;
  std::size_t k = i;
  const char32_t in_a = next_code_point(a, j);
  const char32_t in_b = next_code_point(b, k);
  if (browser_rank(in_a) != browser_rank(in_b))
    return browser_rank(in_a) < browser_rank(in_b) ? -1 : 1;
  return order;
}

std::uint64_t browser_prefix(std::string_view text) {
  constexpr std::uint64_t kSize = 8;
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < kSize; ++i) {
    std::uint64_t byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    // The first byte of U+E000 to U+FFFF, and of what has a pair of units and comes before it.
    if (byte >= 0xF0) {
      byte -= 2;
    } else if (byte >= 0xEE) {
      byte += 5;
    }
    prefix = prefix << 8U | byte;
  }
  return prefix;
}

}  // namespace carnet
