#include "search/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "search/letters.h"

namespace carnet {
namespace {

struct Algorithm {
  std::string_view language;
  std::string_view name;
};

// Those that can be had in a browser, too (assets/build/stemmers.mjs).
constexpr std::array<Algorithm, 27> kAlgorithms = {{
    {"ar", "arabic"},     {"ca", "catalan"},  {"da", "danish"},     {"de", "german"},
    {"el", "greek"},      {"en", "english"},  {"es", "spanish"},    {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},   {"ga", "irish"},      {"hi", "hindi"},
    {"hu", "hungarian"},  {"hy", "armenian"}, {"id", "indonesian"}, {"it", "italian"},
    {"lt", "lithuanian"}, {"ne", "nepali"},   {"nl", "dutch"},      {"no", "norwegian"},
    {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},    {"sr", "serbian"},
    {"sv", "swedish"},    {"ta", "tamil"},    {"tr", "turkish"},
}};

}  // namespace

std::string_view stemmer_name(std::string_view language) {
  std::string_view main = language.substr(0, language.find_first_of("-_"));
  if (main == "nb" || main == "nn") main = "no";
  const auto* const found =
      std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                   [main](const Algorithm& algorithm) { return algorithm.language == main; });
  return found == kAlgorithms.end() ? std::string_view() : found->name;
}

struct Stemmer::Handle {
  sb_stemmer* stemmer = nullptr;

  explicit Handle(std::string_view name)
      : stemmer(name.empty() ? nullptr : sb_stemmer_new(std::string(name).c_str(), "UTF_8")) {}
  ~Handle() { sb_stemmer_delete(stemmer); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
};

Stemmer::Stemmer(std::string_view language)
    : handle_(std::make_unique<Handle>(stemmer_name(language))) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) {
  if (handle_->stemmer == nullptr) return fold_word(word);
  const auto* const stem =
      sb_stemmer_stem(handle_->stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  // Null where memory ran out.
  if (stem == nullptr) return fold_word(word);
  const int size = sb_stemmer_length(handle_->stemmer);
  return fold_word({reinterpret_cast<const char*>(stem), static_cast<std::size_t>(size)});
}

}  // namespace carnet
