#include "search/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "base/unicode.h"
#include "search/letters.h"

namespace carnet {
namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kMostParts = 5;

enum class Class : std::uint8_t {
  Other,
  Small,
  Capital,
  Digit,
  Mark,
  Joiner,
  Splitter,
  Invisible,
  Paired
};

Class class_of_slowly(char32_t c) {
  if (c == '-' || c == '_' || c == '.' || c == 0x2010 || c == 0x2011) return Class::Joiner;
  if (c == '\'' || c == 0x2019 || c == 0x02BC || c == 0xB7 || c == 0x2027 || c == 0x30FB)
    return Class::Splitter;
  // Selectors of how a symbol is drawn, and the keycap around a digit, too.
  if (is_invisible(c) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x20E3) return Class::Invisible;
  if (is_combining_mark(c)) return is_paired_letter(c) ? Class::Paired : Class::Mark;
  if (!is_letter_or_number(c)) return Class::Other;
  if (is_paired_letter(c)) return Class::Paired;
  if (c >= '0' && c <= '9') return Class::Digit;
  return to_lower_unicode(c) != c ? Class::Capital : Class::Small;
}

// Latin letters are nearly all there is.
struct LatinLetter {
  std::array<char, 3> lower{};
  std::uint8_t size = 0;
  Class kind = Class::Other;
};
constexpr std::size_t kLatin = 0x250;
const std::array<LatinLetter, kLatin>& latin_letters() {
  static const std::array<LatinLetter, kLatin> letters = [] {
    std::array<LatinLetter, kLatin> all{};
    for (char32_t c = 0; c < kLatin; ++c) {
      LatinLetter& letter = all.at(c);
      std::string lower;
      append_code_point(lower, to_lower_unicode(c));
      letter.size = static_cast<std::uint8_t>(lower.size());
      std::copy(lower.begin(), lower.end(), letter.lower.begin());
      letter.kind = class_of_slowly(c);
    }
    return all;
  }();
  return letters;
}

Class class_of(char32_t c) { return c < kLatin ? latin_letters()[c].kind : class_of_slowly(c); }

bool is_of_word(Class kind) {
  return kind == Class::Small || kind == Class::Capital || kind == Class::Digit ||
         kind == Class::Mark;
}

// Of the character at `i`, if there is one.
Class peek(std::string_view text, std::size_t i) {
  return i < text.size() ? class_of(next_code_point(text, i)) : Class::Other;
}

// Two small letters: the `s` of `APIs` begins no word.
bool small_word_begins(std::string_view text, std::size_t i) {
  if (i >= text.size() || class_of(next_code_point(text, i)) != Class::Small) return false;
  return peek(text, i) == Class::Small;
}

}  // namespace

void WordReader::put(std::string_view word) {
  std::copy(word.begin(), word.end(), words_.begin() + static_cast<std::ptrdiff_t>(size_));
  size_ += word.size();
  ends_.push_back({size_});
  parts_begin_ = part_begin_ = size_;
}

void WordReader::end_part() {
  if (!is_in_part()) return;
  ends_.push_back({size_});
  part_begin_ = size_;
  whole_size_ += part_size_;
  part_size_ = 0;
  ++parts_;
}

void WordReader::end_compound() {
  end_part();
  if (parts_ > 1 && parts_ <= kMostParts && is_joined_) {
    // The parts stand one behind the other already.
    std::size_t end = size_;
    if (whole_size_ > kLongestWord) {
      end = parts_begin_;
      for (std::size_t i = 0; i < kLongestWord; ++i) next_code_point(words_, end);
    }
    const auto begin = words_.begin();
    std::copy(begin + static_cast<std::ptrdiff_t>(parts_begin_),
              begin + static_cast<std::ptrdiff_t>(end), begin + static_cast<std::ptrdiff_t>(size_));
    size_ += end - parts_begin_;
    ends_.push_back({size_, Kind::Whole});
  }
  parts_begin_ = part_begin_ = size_;
  whole_size_ = 0;
  parts_ = 0;
  is_joined_ = true;
}

void WordReader::read_pairs(std::string_view text, std::size_t& i) {
  std::size_t count = 0;
  std::string_view last;
  while (i < text.size()) {
    std::size_t end = i;
    const Class kind = class_of(next_code_point(text, end));
    if (kind != Class::Paired) break;
    const std::string_view letter = text.substr(i, end - i);
    if (count++ > 0) put(std::string_view(last.data(), last.size() + letter.size()));
    last = letter;
    i = end;
  }
  if (count == 1) put(last);
}

void WordReader::split(std::string_view text) {
  const std::array<LatinLetter, kLatin>& latin = latin_letters();
  // In lower case, a letter has at most half as many bytes more; a part may be in a whole besides.
  const std::size_t room = 3 * text.size() + 8;
  if (words_.size() < room) words_.resize(room);
  ends_.clear();
  size_ = part_begin_ = part_size_ = 0;
  end_compound();
  Class before = Class::Other;
  std::string other;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const auto byte = static_cast<unsigned char>(text[i]);
    const char32_t c = byte < 0x80 ? (++i, byte) : next_code_point(text, i);
    const Class kind = c < kLatin ? latin[c].kind : class_of_slowly(c);
    switch (kind) {
      case Class::Invisible: continue;
      case Class::Capital:
        // `camelCase`, and `XMLFile`, whose last capital belongs to what follows.
        if (before == Class::Small || (before == Class::Capital && small_word_begins(text, i)))
          end_part();
        [[fallthrough]];
      case Class::Mark:
        if (kind == Class::Mark && !is_in_part()) continue;
        [[fallthrough]];
      case Class::Small:
      case Class::Digit:
        if (part_size_++ >= kLongestWord) break;
        if (kind == Class::Small && byte < 0x80) {
          // What nearly every letter is, and what mostly follows it.
          words_[size_++] = static_cast<char>(byte);
          while (i < text.size() && text[i] >= 'a' && text[i] <= 'z' && part_size_ < kLongestWord) {
            words_[size_++] = text[i++];
            ++part_size_;
          }
        } else if (c < kLatin) {
          const LatinLetter& letter = latin[c];
          words_[size_++] = letter.lower[0];
          for (std::size_t k = 1; k < letter.size; ++k) words_[size_++] = letter.lower[k];
        } else {
          other.clear();
          append_code_point(other, to_lower_unicode(c));
          for (const char one : other) words_[size_++] = one;
        }
        break;
      case Class::Joiner:
      case Class::Splitter:
        if (const Class next = peek(text, i);
            is_of_word(before) && is_of_word(next) && next != Class::Mark) {
          end_part();
          if (kind == Class::Splitter) is_joined_ = false;
        } else {
          end_compound();
        }
        break;
      case Class::Paired:
        end_compound();
        i = begin;
        read_pairs(text, i);
        break;
      case Class::Other: end_compound(); break;
    }
    before = kind;
  }
  end_compound();
}

}  // namespace carnet
