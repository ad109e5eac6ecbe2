#include "markdown/line_limits.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"

namespace carnet {
namespace {

bool is_blank(std::string_view line) { return trim(line).empty(); }

// `|---|:-:|`, perhaps in a quote.
bool is_delimiter_row(std::string_view line) {
  return line.find_first_not_of(" \t\v\f>|:-\n") == std::string_view::npos &&
         line.find('-') != std::string_view::npos &&
         line.find_first_of("|:") != std::string_view::npos;
}

// `* * *`, which looks like lists in lists.
bool is_thematic_break(std::string_view text) {
  return (text[0] == '*' || text[0] == '-') &&
         std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0] || is_space(c); });
}

// A quote or a list marker.
struct Mark {
  std::size_t escape_at = 0;  // Where a backslash takes its meaning away.
  std::size_t end = 0;        // 0: there is none.
};

Mark read_mark(std::string_view line, std::size_t i) {
  const auto at = [&](std::size_t k) { return k < line.size() ? line[k] : '\n'; };
  if (at(i) == '>') return {i, i + 1};
  if (at(i) == '-' || at(i) == '*' || at(i) == '+') {
    return is_space(at(i + 1)) ? Mark{i, i + 1} : Mark{};
  }
  std::size_t end = i;
  while (end < i + 10 && is_digit(at(end))) ++end;
  const bool is_ordered = end > i && (at(end) == '.' || at(end) == ')') && is_space(at(end + 1));
  return is_ordered ? Mark{end, end + 1} : Mark{};
}

// Where the line goes deeper than containers may; measure None if it does not.
LineLimit check_containers(std::string_view line) {
  constexpr std::size_t kColumnsPerLevel = 4;
  std::size_t marks = 0;
  std::size_t columns = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      columns += line[i] == '\t' ? 4 : 1;
      ++i;
      continue;
    }
    const Mark mark = read_mark(line, i);
    if (mark.end == 0) return {};
    ++marks;
    const bool has_many_marks = marks > kMaxLineContainers;
    if (has_many_marks || marks + columns / kColumnsPerLevel > 2 * kMaxLineContainers) {
      if (is_thematic_break(line.substr(i))) return {};
      return {
          .measure = LineLimit::Measure::Escape,
          .where = has_many_marks ? LineLimit::Where::Everywhere : LineLimit::Where::OutsideOfCode,
          .escape_at = mark.escape_at,
          .message = "quotes and lists are nested very deeply"};
    }
    i = mark.end;
  }
  return {};
}

}  // namespace

LineLimit LineLimits::check(std::string_view line) {
  if (is_blank(line)) {
    paragraph_bytes_ = 0;
    columns_ = 0;
    return {};
  }
  const LineLimit limit = check_table(line);
  paragraph_bytes_ += line.size();
  if (limit.measure != LineLimit::Measure::None || line.size() <= kMaxLineContainers) return limit;
  return check_containers(line);
}

LineLimit LineLimits::check_table(std::string_view line) {
  const auto pipes = [&] {
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
  };
  if (is_delimiter_row(line)) {
    LineLimit limit{.where = LineLimit::Where::InParagraph, .escape_at = line.find_first_of("|:")};
    if (pipes() > kMaxTableColumns + 1) {
      limit.measure = LineLimit::Measure::Escape;
      limit.message = "the table has very many columns";
    } else if (paragraph_bytes_ > kMaxTableHeadBytes) {
      limit.measure = LineLimit::Measure::Escape;
      limit.message = "the table begins in a very long paragraph";
    }
    columns_ = pipes() + 1;
    return limit;
  }
  if (columns_ == 0) return {};
  completed_ += columns_ - std::min(columns_, pipes() + 1);
  if (completed_ <= kMaxCompletedCells) return {};
  columns_ = 0;
  return {.measure = LineLimit::Measure::EndTable,
          .where = LineLimit::Where::OutsideOfCode,
          .message = "rows of tables are much shorter than their heads"};
}

}  // namespace carnet
