// GLOSSARY.md: the terms of a book, and where its pages use them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace carnet {

struct Term {
  std::string name;
  std::string anchor;      // The id of its heading on the page of the glossary.
  std::string definition;  // The words of its first paragraph; may be empty.
};

// A term in a text.
struct TermMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t term = 0;  // Its place in Glossary::terms().
};

class Glossary {
 public:
  // The first of two terms with the same name counts. A name of more than
  // kMaxTermWords words is kept, but never found.
  void add(Term term);

  const std::vector<Term>& terms() const { return terms_; }
  bool empty() const { return terms_.empty(); }

  // The first term in `text` at or behind `from`, whatever the case of its
  // letters: whole words only, and of several that begin there the longest.
  // Finding all terms of a text takes time in its length alone.
  std::optional<TermMatch> find(std::string_view text, std::size_t from) const;

 private:
  // A state of the search: some words of a term have been read.
  struct State {
    std::unordered_map<std::string, std::uint32_t> next;  // By the word that follows.
    std::optional<std::size_t> term;                      // That ends here.
  };

  std::vector<Term> terms_;
  std::vector<State> states_{1};  // The first one: no word has been read.
};

}  // namespace carnet
