#include "render/code/marks.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <span>

#include "base/text.h"

namespace carnet {
namespace {

constexpr std::string_view kOpening = "[!code ";

// What may stand around a mark, the longer ones first.
struct Comment {
  std::string_view begin;
  std::string_view end;
  bool stands_apart = false;  // Else the sign may be an operator, or end a statement.
};
constexpr Comment kComments[] = {
    {"<!--", "-->"},  {"{/*", "*/}"},  {"/*", "*/"},    {"(*", "*)"},    {"//", ""},
    {"--", "", true}, {"#", "", true}, {";", "", true}, {"%", "", true},
};

struct Mark {
  LineMark mark = LineMark::None;
  std::size_t lines = 1;
};

// The mark that `text` begins with, which is then taken from it.
std::optional<Mark> take_mark(std::string_view& text) {
  if (!text.starts_with(kOpening)) return std::nullopt;
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view word = text.substr(kOpening.size(), end - kOpening.size());
  Mark mark;
  if (const std::size_t colon = word.find(':'); colon != std::string_view::npos) {
    const std::string_view digits = word.substr(colon + 1);
    const auto [rest, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), mark.lines);
    if (error != std::errc() || rest != digits.data() + digits.size()) return std::nullopt;
    word = word.substr(0, colon);
  }
  if (word == "++") {
    mark.mark = LineMark::Added;
  } else if (word == "--") {
    mark.mark = LineMark::Removed;
  } else if (word == "highlight" || word == "hl" || word == "focus") {
    mark.mark = LineMark::Marked;
  } else {
    return std::nullopt;
  }
  text.remove_prefix(end + 1);
  return mark;
}

bool is_markdown(std::string_view language) {
  return language == "markdown" || language == "md" || language == "mdx";
}

// The mark in the comment that ends the line, which is then taken from it.
std::optional<Mark> take_comment(std::string_view& line, std::span<const Comment> comments) {
  const std::size_t begin = line.find(kOpening);
  if (begin == std::string_view::npos) return std::nullopt;
  const std::string_view before = trim_end(line.substr(0, begin));
  std::string_view rest = line.substr(begin);
  const std::optional<Mark> mark = take_mark(rest);
  if (!mark) return std::nullopt;
  for (const Comment& comment : comments) {
    if (!before.ends_with(comment.begin)) continue;
    if (trim(rest) != comment.end) return std::nullopt;
    const std::string_view code = before.substr(0, before.size() - comment.begin.size());
    if (comment.stands_apart && !code.empty() && !is_space(code.back())) return std::nullopt;
    line = trim_end(code);
    return mark;
  }
  return std::nullopt;
}

}  // namespace

std::size_t count_lines(std::string_view text) {
  const auto ends = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  return text.empty() || text.ends_with('\n') ? ends : ends + 1;
}

std::size_t MarkedCode::place_of(std::size_t place) const {
  const auto after = std::partition_point(cuts.begin(), cuts.end(),
                                          [&](const Cut& cut) { return cut.begin < place; });
  if (after == cuts.begin()) return place;
  const Cut& cut = *std::prev(after);
  return place - cut.removed - (std::min(cut.end, place) - cut.begin);
}

MarkedCode read_code_marks(std::string_view code, std::string_view language) {
  // The first kind of comment is that of HTML.
  const std::span<const Comment> all = kComments;
  const std::span<const Comment> comments = is_markdown(language) ? all.first(1) : all;
  MarkedCode marked;
  if (code.find(kOpening) == std::string_view::npos) {
    marked.text = code;
    return marked;
  }
  Mark current{.mark = LineMark::None, .lines = 0};
  bool has_marks = false;
  std::size_t at = 0;  // Of the line.
  for (std::size_t next = 0; !code.empty(); at = next) {
    const std::size_t size = std::min(code.find('\n'), code.size() - 1) + 1;
    std::string_view line = code.substr(0, size);
    const std::string_view end = line.ends_with('\n') ? line.substr(size - 1) : std::string_view();
    line.remove_suffix(end.size());
    code.remove_prefix(size);
    next = at + size;
    if (const std::optional<Mark> mark = take_comment(line, comments)) {
      current = *mark;
      has_marks = true;
      const bool is_all = trim(line).empty();
      MarkedCode::Cut cut{.begin = is_all ? at : at + line.size(),
                          .end = is_all ? next : next - end.size()};
      if (!marked.cuts.empty()) {
        const MarkedCode::Cut& last = marked.cuts.back();
        cut.removed = last.removed + last.end - last.begin;
      }
      marked.cuts.push_back(cut);
      if (is_all) continue;
    }
    marked.text.append(line).append(end);
    marked.lines.push_back(current.lines > 0 ? current.mark : LineMark::None);
    if (current.lines > 0) --current.lines;
  }
  if (!has_marks) marked.lines.clear();
  return marked;
}

}  // namespace carnet
