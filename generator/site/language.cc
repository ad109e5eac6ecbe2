#include "site/language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "base/text.h"

namespace carnet {
namespace {

// Words that are frequent in one language and rare in the other five.
struct Language {
  std::string_view code;
  std::array<std::string_view, 14> words;
};
constexpr std::array<Language, 6> kLanguages = {{
    {"en",
     {"the", "and", "of", "to", "is", "you", "that", "with", "this", "are", "your", "it", "be",
      "can"}},
    {"fr",
     {"les", "des", "du", "est", "et", "dans", "une", "pour", "vous", "sur", "pas", "qui", "aux",
      "cette"}},
    {"de",
     {"der", "die", "und", "das", "ist", "nicht", "mit", "ein", "eine", "den", "von", "auf", "sie",
      "werden"}},
    {"es",
     {"el", "los", "las", "del", "una", "por", "con", "para", "es", "como", "más", "su", "está",
      "y"}},
    {"it",
     {"il", "di", "che", "della", "per", "non", "sono", "gli", "con", "nel", "più", "alla", "è",
      "questo"}},
    {"pt",
     {"os", "do", "da", "em", "não", "uma", "para", "com", "são", "dos", "você", "mais", "é",
      "ao"}},
}};

// From each text; and at most from this many texts, spread over the book.
constexpr std::size_t kSampleBytes = 1500;
constexpr std::size_t kSampleTexts = 100;
constexpr std::size_t kMinWords = 5;

// A bit for each language that has the word.
std::unordered_map<std::string_view, std::uint8_t> words_of_languages() {
  std::unordered_map<std::string_view, std::uint8_t> words;
  for (std::size_t k = 0; k < kLanguages.size(); ++k) {
    for (const std::string_view word : kLanguages[k].words) {
      if (word.empty()) continue;  // The lists differ in length.
      words[word] = static_cast<std::uint8_t>(words[word] | 1U << k);
    }
  }
  return words;
}

bool is_word_byte(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

std::string guess_language(const std::vector<std::string_view>& texts) {
  const std::unordered_map<std::string_view, std::uint8_t> known = words_of_languages();
  std::array<std::size_t, kLanguages.size()> counts{};
  const std::size_t step = std::max<std::size_t>(1, texts.size() / kSampleTexts);
  for (std::size_t t = 0; t < texts.size(); t += step) {
    const std::string sample = to_lower(prefix_of(texts[t], kSampleBytes));
    for (std::size_t i = 0; i < sample.size();) {
      std::size_t end = i;
      while (end < sample.size() && is_word_byte(sample[end])) ++end;
      const std::string_view word = std::string_view(sample).substr(i, end - i);
      if (const auto found = known.find(word); found != known.end()) {
        for (std::size_t k = 0; k < counts.size(); ++k) counts[k] += found->second >> k & 1U;
      }
      i = end + 1;
    }
  }
  const auto best = std::max_element(counts.begin(), counts.end());
  if (*best < kMinWords) return "en";
  return std::string(kLanguages[static_cast<std::size_t>(best - counts.begin())].code);
}

}  // namespace carnet
