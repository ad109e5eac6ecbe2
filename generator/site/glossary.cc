#include "site/glossary.h"

#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_part_of_word(char32_t c) { return is_letter_or_number(c) || is_combining_mark(c); }

// The next run of letters and digits, or the next sign that is none: "C++" has
// three. Nothing but white space may stand between two words of one term.
std::optional<Word> next_word(std::string_view text, std::size_t from) {
  while (from < text.size()) {
    std::size_t end = from;
    const char32_t first = next_code_point(text, end);
    if (first == U'\u00A0' || (first < 0x80 && is_space(static_cast<char>(first)))) {
      from = end;
      continue;
    }
    if (!is_part_of_word(first)) return Word{from, end};
    for (std::size_t after = end; after < text.size(); end = after) {
      if (!is_part_of_word(next_code_point(text, after))) break;
    }
    return Word{from, end};
  }
  return std::nullopt;
}

std::string key_of(std::string_view text, const Word& word) {
  return to_lower_unicode(text.substr(word.begin, word.end - word.begin));
}

}  // namespace

void Glossary::add(Term term) {
  std::vector<std::string> words;
  for (auto word = next_word(term.name, 0); word; word = next_word(term.name, word->end)) {
    words.push_back(key_of(term.name, *word));
  }
  terms_.push_back(std::move(term));
  if (words.empty() || words.size() > kMaxTermWords) return;
  std::uint32_t state = 0;
  for (std::string& word : words) {
    const auto next = static_cast<std::uint32_t>(states_.size());
    const auto [place, is_new] = states_[state].next.emplace(std::move(word), next);
    state = place->second;
    if (is_new) states_.emplace_back();
  }
  if (!states_[state].term) states_[state].term = terms_.size() - 1;
}

std::optional<TermMatch> Glossary::find(std::string_view text, std::size_t from) const {
  for (auto first = next_word(text, from); first; first = next_word(text, first->end)) {
    std::optional<TermMatch> longest;
    std::uint32_t state = 0;
    for (auto word = first; word; word = next_word(text, word->end)) {
      const auto next = states_[state].next.find(key_of(text, *word));
      if (next == states_[state].next.end()) break;
      state = next->second;
      if (states_[state].term) longest = TermMatch{first->begin, word->end, *states_[state].term};
    }
    if (longest) return longest;
  }
  return std::nullopt;
}

}  // namespace carnet
