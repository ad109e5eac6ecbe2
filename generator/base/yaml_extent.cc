#include "base/yaml_extent.h"

#include <algorithm>

#include "base/text.h"

namespace carnet {

std::size_t skip_yaml_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (is_yaml_blank(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t skip_yaml_properties(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    while (at < text.size() && !is_yaml_blank(text[at])) ++at;
    at = skip_yaml_space(text, at);
  }
  return at;
}

std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool is_doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!is_doubled) return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

std::size_t end_of_block_scalar(std::string_view text, std::size_t at,
                                std::optional<std::size_t> parent_column) {
  const std::size_t header_end = std::min(text.find('\n', at), text.size());
  std::size_t end = at;
  while (end < header_end && !is_yaml_blank(text[end])) ++end;
  const std::string_view header = text.substr(at, end - at);

  // The first line decides, but not if the header has a number: then it may be
  // indented further than the others.
  std::optional<std::size_t> indent;
  if (std::any_of(header.begin(), header.end(), is_digit)) {
    indent = parent_column ? *parent_column + 1 : 0;
  }
  for (std::size_t line = header_end + 1; line < text.size();) {
    const std::size_t line_end = std::min(text.find('\n', line), text.size());
    std::size_t first = line;
    while (first < line_end && text[first] == ' ') ++first;
    if (first < line_end) {
      const std::size_t column = first - line;
      if (!indent) indent = column;
      if (column < *indent || (parent_column && column <= *parent_column)) break;
      end = line_end;
    }
    line = line_end + 1;
  }
  return end;
}

std::size_t end_of_plain(std::string_view text, std::size_t at, std::string_view value) {
  std::size_t i = 0;
  while (i < value.size() && at < text.size()) {
    if (is_yaml_blank(value[i])) {
      while (i < value.size() && is_yaml_blank(value[i])) ++i;
      while (at < text.size() && is_yaml_blank(text[at])) ++at;
    } else if (value[i] == text[at]) {
      ++i;
      ++at;
    } else {
      break;
    }
  }
  return at;
}

std::size_t length_of_null(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  for (const std::string_view null : {"~", "null", "Null", "NULL"}) {
    if (!rest.starts_with(null)) continue;
    const char next = rest.size() > null.size() ? rest[null.size()] : '\n';
    if (is_yaml_blank(next) || std::string_view(",]}:").find(next) != std::string_view::npos) {
      return null.size();
    }
  }
  return 0;
}

YamlLine yaml_line_at(std::string_view text, std::size_t at) {
  at = std::min(at, text.size());
  const std::size_t break_before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  YamlLine line;
  line.begin = break_before == std::string_view::npos ? 0 : break_before + 1;
  line.end = std::min(text.find('\n', at), text.size());
  return line;
}

}  // namespace carnet
