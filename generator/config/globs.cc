// A pattern is a row of tokens, and matching keeps the set of all places in the
// row that can be reached: no backtracking, whatever the pattern.

#include "config/globs.h"

#include <algorithm>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"

namespace carnet {

bool Globs::Class::contains(char32_t c) const {
  bool is_in = c < small.size() && small[c];
  for (const auto& [first, last] : ranges) is_in = is_in || (c >= first && c <= last);
  return is_in != is_negated;
}

bool Globs::add(std::string_view line, std::string_view folder) {
  while (!line.empty() && is_space(line.back())) {
    if (line.size() > 1 && line[line.size() - 2] == '\\') break;
    line.remove_suffix(1);
  }
  if (line.empty() || line.front() == '#') return true;
  if (bytes_ + line.size() > kMaxGlobBytes) return false;
  bytes_ += line.size();

  Pattern pattern;
  pattern.folder = folder;
  if (line.front() == '!') {
    pattern.is_negated = true;
    line.remove_prefix(1);
  }
  if (line.starts_with("./")) line.remove_prefix(1);
  if (line.ends_with('/')) {
    pattern.is_folder_only = true;
    line.remove_suffix(1);
  }
  pattern.is_anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return true;
  pattern.tokens = compile(line);
  patterns_.push_back(std::move(pattern));
  return true;
}

std::vector<Globs::Token> Globs::compile(std::string_view pattern) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < pattern.size();) {
    const char c = pattern[i];
    const bool begins_segment = i == 0 || pattern[i - 1] == '/';
    if (c == '*') {
      const std::size_t begin = i;
      while (i < pattern.size() && pattern[i] == '*') ++i;
      const bool is_double = i - begin >= 2 && begins_segment;
      if (is_double && i < pattern.size() && pattern[i] == '/') {
        ++i;
        tokens.push_back({Token::Kind::Folders});
      } else if (is_double && i == pattern.size()) {
        tokens.push_back({Token::Kind::DoubleStar});
      } else {
        tokens.push_back({Token::Kind::Star});
      }
    } else if (c == '?') {
      tokens.push_back({Token::Kind::AnyCharacter});
      ++i;
    } else if (const std::size_t end = c == '[' ? compile_class(pattern, i) : 0; end > 0) {
      tokens.push_back({Token::Kind::Class, 0, classes_.size() - 1});
      i = end;
    } else {
      if (c == '\\' && i + 1 < pattern.size()) ++i;
      tokens.push_back({Token::Kind::Byte, pattern[i]});
      ++i;
    }
  }
  return tokens;
}

// Adds the class that begins at `at`, and says where it ends: 0 if it does not,
// then the bracket means itself.
std::size_t Globs::compile_class(std::string_view pattern, std::size_t at) {
  Class result;
  std::size_t i = at + 1;
  if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^')) {
    result.is_negated = true;
    ++i;
  }
  const auto next = [&] {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    return next_code_point(pattern, i);
  };
  for (bool is_first = true; i < pattern.size(); is_first = false) {
    if (pattern[i] == ']' && !is_first) {
      classes_.push_back(std::move(result));
      return i + 1;
    }
    const char32_t first = next();
    char32_t last = first;
    if (i + 1 < pattern.size() && pattern[i] == '-' && pattern[i + 1] != ']') {
      ++i;
      last = next();
    }
    for (char32_t c = first; c <= last && c < result.small.size(); ++c) result.small.set(c);
    if (last >= result.small.size()) result.ranges.push_back({first, last});
  }
  return 0;
}

bool Globs::matches_tokens(const std::vector<Token>& tokens, std::string_view text) const {
  // Places are sorted and unique; a star is passed as soon as it is reached.
  std::vector<std::size_t> places;
  std::vector<std::size_t> next;
  const auto reach = [&tokens](std::vector<std::size_t>& set, std::size_t place) {
    while (true) {
      if (!set.empty() && set.back() >= place) return;
      set.push_back(place);
      if (place == tokens.size()) return;
      const Token::Kind kind = tokens[place].kind;
      const bool may_be_empty = kind == Token::Kind::Star || kind == Token::Kind::DoubleStar ||
                                kind == Token::Kind::Folders;
      if (!may_be_empty) return;
      ++place;
    }
  };
  reach(places, 0);
  for (std::size_t i = 0; i < text.size() && !places.empty();) {
    const std::size_t begin = i;
    const char32_t character = next_code_point(text, i);
    const std::string_view bytes = text.substr(begin, i - begin);
    next.clear();
    // Literal bytes are compared byte by byte, so a character may move a place
    // over several tokens.
    for (const std::size_t place : places) {
      if (place == tokens.size()) continue;
      const Token& token = tokens[place];
      switch (token.kind) {
        case Token::Kind::Byte: {
          std::size_t matched = 0;
          while (matched < bytes.size() && place + matched < tokens.size() &&
                 tokens[place + matched].kind == Token::Kind::Byte &&
                 tokens[place + matched].byte == bytes[matched]) {
            ++matched;
          }
          if (matched == bytes.size()) reach(next, place + matched);
          break;
        }
        case Token::Kind::AnyCharacter:
          if (character != '/') reach(next, place + 1);
          break;
        case Token::Kind::Class:
          if (character != '/' && classes_[token.index].contains(character)) reach(next, place + 1);
          break;
        case Token::Kind::Star:
          if (character != '/') reach(next, place);
          break;
        case Token::Kind::DoubleStar: reach(next, place); break;
        case Token::Kind::Folders:
          next.push_back(place);
          if (character == '/') reach(next, place + 1);
          break;
      }
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    places.swap(next);
  }
  return !places.empty() && places.back() == tokens.size();
}

bool Globs::matches_itself(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->is_folder_only && !is_folder) continue;
    if (!is_inside(path, pattern->folder) || path.size() == pattern->folder.size()) continue;
    std::string_view rest = path;
    if (!pattern->folder.empty()) rest.remove_prefix(pattern->folder.size() + 1);
    if (!pattern->is_anchored) rest = file_name_of(rest);
    if (matches_tokens(pattern->tokens, rest)) return !pattern->is_negated;
  }
  return false;
}

bool Globs::matches(std::string_view file) const {
  if (patterns_.empty()) return false;
  for (std::size_t slash = file.find('/'); slash != std::string_view::npos;
       slash = file.find('/', slash + 1)) {
    if (matches_itself(file.substr(0, slash), true)) return true;
  }
  return matches_itself(file, false);
}

}  // namespace carnet
