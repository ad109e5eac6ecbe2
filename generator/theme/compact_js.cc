#include "theme/compact_js.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "base/text.h"

namespace carnet {
namespace {

// Characters that need no space around them. Not those that mean something else beside their like
// (`+ +`), nor `<`, which would begin a comment before `!--`.
constexpr bool is_joint(char c) {
  return std::string_view("{}()[],;:?=>&|*%^~").find(c) != std::string_view::npos;
}

// Characters behind which a line may end, or not.
constexpr bool begins(char c) {
  return std::string_view("{([,;=?&|").find(c) != std::string_view::npos;
}

// Words that a regular expression, and no division, stands behind.
bool ends_with_operator(std::string_view code) {
  code = trim_end(code);
  constexpr std::array<std::string_view, 10> kWords = {
      "await", "case", "delete", "else", "in", "of", "return", "throw", "typeof", "void"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    if (!code.ends_with(word)) return false;
    if (code.size() == word.size()) return true;
    const char before = code[code.size() - word.size() - 1];
    return !is_letter(before) && !is_digit(before) &&
           std::string_view("_$.").find(before) == word.npos;
  });
}

// Reads just enough of JavaScript to know, at the end of each line, what the next one begins in.
class ScriptReader {
 public:
  // Reads a line, without its end, and appends what of it is needed.
  void read(std::string_view line, std::string& out) {
    for (std::size_t i = 0; i < line.size();) {
      if (is_plain() && is_space(line[i])) {
        i = read_space(line, i, out);
        continue;
      }
      const std::size_t end = is_plain() ? read_code(line, i) : leave(line, i);
      out.append(line.substr(i, end - i));
      i = end;
    }
  }

  // True where code is written, and neither a text nor a comment.
  bool is_plain() const { return within_.empty() || within_.back() == '{'; }
  // True if all that began has ended.
  bool is_finished() const { return within_.empty() && is_understood_; }

 private:
  // Between two words a space is enough, and around a brace none is needed; a comment may follow.
  static std::size_t read_space(std::string_view line, std::size_t i, std::string& out) {
    const std::size_t end = line.size() - trim_start(line.substr(i)).size();
    const std::string_view rest = line.substr(end);
    if (rest.empty() || rest == "//" || rest.starts_with("// ")) return line.size();
    const bool is_needed = i > 0 && !is_joint(out.back()) && !is_joint(rest.front());
    if (is_needed) out += ' ';
    return end;
  }

  std::size_t read_code(std::string_view line, std::size_t i) {
    const char c = line[i];
    const std::string_view rest = line.substr(i);
    if (rest.starts_with("//")) return line.size();
    if (rest.starts_with("/*")) {
      within_.push_back('*');
      return i + 2;
    }
    if (c == '"' || c == '\'' ||
        (c == '/' && (may_begin_expression_ || ends_with_operator(line.substr(0, i))))) {
      may_begin_expression_ = false;
      return end_of(line, i, c);
    }
    if (c == '`' || c == '{') {
      within_.push_back(c);
    } else if (c == '}') {
      if (within_.empty()) {
        is_understood_ = false;
      } else {
        within_.pop_back();
      }
    }
    if (!is_space(c)) {
      may_begin_expression_ = std::string_view("(,=:[!&|?{};+-*<>~^").find(c) != rest.npos;
    }
    return i + 1;
  }

  // Goes on in a template literal or a comment.
  std::size_t leave(std::string_view line, std::size_t i) {
    const std::string_view rest = line.substr(i);
    if (within_.back() == '*') {
      const std::size_t end = rest.find("*/");
      if (end == rest.npos) return line.size();
      within_.pop_back();
      return i + end + 2;
    }
    if (rest.front() == '\\') return i + 2;
    if (rest.starts_with("${")) {
      within_.push_back('{');
      return i + 2;
    }
    if (rest.front() == '`') {
      within_.pop_back();
      may_begin_expression_ = false;
    }
    return i + 1;
  }

  // Behind the string or the regular expression that begins at line[i]: both end on their line.
  std::size_t end_of(std::string_view line, std::size_t i, char quote) {
    bool is_in_class = false;
    for (++i; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == quote && !is_in_class) {
        return i + 1;
      } else if (quote == '/' && (line[i] == '[' || line[i] == ']')) {
        is_in_class = line[i] == '[';
      }
    }
    is_understood_ = false;
    return line.size();
  }

  std::vector<char> within_;  // What is open: '{', '`', or '*' for a comment.
  bool may_begin_expression_ = true;
  bool is_understood_ = true;
};

}  // namespace

void append_compact_js(std::string& out, std::string_view script) {
  const std::size_t start = out.size();
  ScriptReader reader;
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size());
    std::string_view line = script.substr(at, end - at);
    at = end + 1;
    if (reader.is_plain()) line = trim_start(line);
    if (reader.is_plain() && (line.empty() || line.starts_with("//"))) continue;
    // What ends here, ends without the end of the line as well.
    const bool closes = line.starts_with('}') || line.starts_with(')') || line.starts_with(']');
    if (reader.is_plain() && closes && out.size() > start && out.back() == '\n') out.pop_back();
    reader.read(line, out);
    // And what has only begun, goes on.
    if (!reader.is_plain() || !begins(out.back())) out += '\n';
  }
  if (!reader.is_finished()) {
    out.resize(start);
    out.append(script);
  }
  if (out.size() > start && out.back() != '\n') out += '\n';
}

}  // namespace carnet
