// Words without their endings, after Snowball (https://snowballstem.org). The only includer
// of libstemmer.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace carnet {

class Stemmer {
 public:
  // For a language by its BCP 47 tag: "fr", "pt-BR". One that Snowball does not know leaves
  // words as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // The stem of a word in lower case and NFC, folded afterwards. Not for several threads at once.
  std::string stem(std::string_view word);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

// Snowball's name of a language: "french". Empty for those without an algorithm.
std::string_view stemmer_name(std::string_view language);

}  // namespace carnet
