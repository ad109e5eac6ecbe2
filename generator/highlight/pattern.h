// A regular expression. The only includer of PCRE2.

#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace carnet {

// Compiled when it is first needed: most books use a few of some thousand expressions.
// Threads may share one.
class Pattern {
 public:
  enum class Case : std::uint8_t { Kept, Ignored };
  enum class Outcome : std::uint8_t {
    Found,
    NotFound,
    TooCostly,  // Stopped, because the text makes this expression try without end.
  };
  struct Found {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t group_size = 0;  // Of the first group; 0 if it took no part.
  };

  // `expression` is what assets/build/regexp.mjs writes, and must outlive this.
  Pattern(std::string_view expression, Case letter_case)
      : expression_(expression), case_(letter_case) {}
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  ~Pattern();

  // The first occurrence in `subject` that does not begin before `from`. What stands before is
  // seen by lookbehinds. Requires valid UTF-8, and `from` not inside a character.
  Outcome find(std::string_view subject, std::size_t from, Found& found) const;

  // False if PCRE2 does not take the expression; then it is never found. For tests.
  bool is_valid() const;

 private:
  void* compile() const;
  void* code() const;

  std::string_view expression_;
  Case case_;
  mutable std::atomic<void*> code_ = nullptr;
};

}  // namespace carnet
