#include "base/slug.h"

#include <utility>

#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// What a character becomes in words, or nullptr.
const char* in_words(char32_t c) {
  switch (c) {
    case U'&': return "-and-";
    case U'<': return "-less-than-";
    case U'>': return "-greater-than-";
    case U'|': return "-or-";
    case U'œ':
    case U'Œ': return "oe";
    case U'æ':
    case U'Æ': return "ae";
    case U'ß': return "ss";
    default: return nullptr;
  }
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘'; }

bool is_kept_punctuation(char32_t c) {
  return c == U'.' || c == U'_' || c == U'+' || c == U'$' || c == U'-';
}

}  // namespace

std::string to_slug(std::string_view text) {
  // The words first, then the folding: folding alone would turn ß into ss, but
  // leave œ.
  std::string spelled;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (const char* words = in_words(c)) {
      spelled += words;
    } else {
      append_code_point(spelled, c);
    }
  }
  const std::string folded = fold(spelled);
  std::string slug;
  const auto hyphen = [&] {
    if (!slug.empty() && slug.back() != '-') slug += '-';
  };
  for (std::size_t i = 0; i < folded.size();) {
    const char32_t c = next_code_point(folded, i);
    if (c == U'-') {
      hyphen();
    } else if (is_kept_punctuation(c) || is_letter_or_number(c)) {
      append_code_point(slug, c);
    } else if (!is_apostrophe(c) && !is_combining_mark(c) && !is_symbol_or_emoji(c)) {
      hyphen();
    }
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

std::string to_anchor(std::string_view text) {
  std::string slug = to_slug(text);
  if (slug.empty()) return "section";
  if (is_digit(slug.front())) slug.insert(0, "id-");
  return slug;
}

std::string to_github_anchor(std::string_view text) {
  const std::string lowered = to_lower_unicode(trim(text));
  std::string anchor;
  for (std::size_t i = 0; i < lowered.size();) {
    const char32_t c = next_code_point(lowered, i);
    if (c == U' ') {
      anchor += '-';
    } else if (c == U'-' || c == U'_' || is_letter_or_number(c) || is_combining_mark(c)) {
      append_code_point(anchor, c);
    }
  }
  return anchor;
}

std::string to_squashed(std::string_view text) {
  const std::string folded = fold(text);
  std::string squashed;
  for (std::size_t i = 0; i < folded.size();) {
    const char32_t c = next_code_point(folded, i);
    if (is_letter_or_number(c)) append_code_point(squashed, c);
  }
  return squashed;
}

bool UniqueNames::take(std::string_view name) { return taken_.emplace(name, 0).second; }

std::string UniqueNames::make(std::string name) {
  const auto [entry, is_new] = taken_.emplace(name, 0);
  if (is_new) return name;
  unsigned& suffix = entry->second;  // References into the map survive insertions.
  for (;;) {
    std::string candidate = name + "-" + std::to_string(++suffix);
    if (take(candidate)) return candidate;
  }
}

}  // namespace carnet
