#include "markdown/feed/scan_line.h"

#include "base/text.h"

namespace carnet {

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

std::size_t container_prefix(std::string_view line) {
  std::size_t i = 0;
  const auto at = [&](std::size_t k) { return k < line.size() ? line[k] : '\0'; };
  for (;;) {
    while (at(i) == ' ' || at(i) == '\t' || at(i) == '>') ++i;
    std::size_t marker = i;
    if (at(i) == '-' || at(i) == '*' || at(i) == '+') {
      marker = i + 1;
    } else {
      while (is_digit(at(marker))) ++marker;
      if (marker > i && (at(marker) == '.' || at(marker) == ')')) ++marker;
    }
    if (marker == i || (at(marker) != ' ' && at(marker) != '\t')) return i;
    i = marker;
  }
}

std::string indentation(std::string_view prefix) {
  std::string result;
  for (char c : prefix) result += c == '\t' || c == '>' ? c : ' ';
  return result;
}

std::string_view leading_spaces(std::string_view line) {
  return line.substr(0, line.size() - trim_start(line).size());
}

std::size_t count_columns(std::string_view indent) {
  std::size_t columns = 0;
  for (const char c : indent) columns = c == '\t' ? columns / 4 * 4 + 4 : columns + 1;
  return columns;
}

std::size_t find_tag_start(std::string_view text, std::size_t from) {
  for (std::size_t i = text.find('%', from); i != std::string_view::npos;
       i = text.find('%', i + 1)) {
    if (i > from && (text[i - 1] == '{' || text[i - 1] == '<')) return i - 1;
  }
  return std::string_view::npos;
}

}  // namespace carnet
