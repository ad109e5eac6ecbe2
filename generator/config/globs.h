// Patterns that keep files out of a book, in the syntax of .gitignore: `*`,
// `**`, `?`, `[a-z]`, `\`, a leading `!` takes files back in, a trailing `/`
// means folders only, and a `/` elsewhere ties the pattern to its folder.

#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

class Globs {
 public:
  // Adds one line; empty lines and comments (`#`) say nothing. `folder` is what
  // the pattern is relative to. False, and nothing is added, when the list has
  // reached kMaxGlobBytes.
  bool add(std::string_view line, std::string_view folder = {});

  // Whether a file is kept out: by the last pattern that matches it, or because
  // one of its folders is kept out.
  bool matches(std::string_view file) const;

  bool empty() const { return patterns_.empty(); }

 private:
  struct Token {
    enum class Kind {
      Byte,          // Exactly `byte`.
      AnyCharacter,  // ?
      Class,         // [...]: an element of classes_.
      Star,          // *: any run without a slash.
      DoubleStar,    // **: any run.
      Folders,       // **/: nothing, or any run that ends with a slash.
    };
    Kind kind = Kind::Byte;
    char byte = 0;
    std::size_t index = 0;
  };
  struct Pattern {
    std::string folder;
    std::vector<Token> tokens;
    bool is_negated = false;
    bool is_folder_only = false;
    bool is_anchored = false;  // Compared with the whole path, not with the last segment.
  };
  // Code points below 256 by bit; ranges above by their ends.
  struct Class {
    std::bitset<256> small;
    std::vector<std::array<char32_t, 2>> ranges;
    bool is_negated = false;

    bool contains(char32_t c) const;
  };

  std::vector<Token> compile(std::string_view pattern);
  std::size_t compile_class(std::string_view pattern, std::size_t at);
  bool matches_tokens(const std::vector<Token>& tokens, std::string_view text) const;
  bool matches_itself(std::string_view path, bool is_folder) const;

  std::vector<Pattern> patterns_;
  std::vector<Class> classes_;
  std::size_t bytes_ = 0;
};

}  // namespace carnet
