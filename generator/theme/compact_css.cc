#include "theme/compact_css.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace carnet {
namespace {

// A `>` stands between selectors, or in a media query.
constexpr bool is_separator(char c) {
  return c == '{' || c == '}' || c == ';' || c == ',' || c == '>';
}

// Whether the zero of `0.5` begins at css[at]: it is not written.
bool is_zero_of_fraction(std::string_view css, std::size_t at) {
  if (at == 0 || !css.substr(at).starts_with("0.")) return false;
  const char before = css[at - 1];
  return is_space(before) || before == ':' || before == '(' || before == ',' || before == '-';
}

// Behind a string that begins at css[at].
std::size_t end_of_string(std::string_view css, std::size_t at) {
  const char quote = css[at];
  for (++at; at < css.size() && css[at] != quote; ++at) {
    if (css[at] == '\\') ++at;
  }
  return std::min(at + 1, css.size());
}

}  // namespace

void append_compact_css(std::string& out, std::string_view css) {
  const std::size_t start = out.size();
  bool space = false;  // White space or a comment was left out here.
  for (std::size_t i = 0; i < css.size();) {
    if (is_space(css[i])) {
      space = true;
      ++i;
      continue;
    }
    if (css.substr(i).starts_with("/*")) {
      const std::size_t end = css.find("*/", i + 2);
      i = end == std::string_view::npos ? css.size() : end + 2;
      space = true;
      continue;
    }
    if (space && out.size() > start && !is_separator(out.back()) && !is_separator(css[i])) {
      // A colon ends a property's name as well as it begins a pseudo-class: what
      // stands before it counts, what stands behind it does not.
      if (out.back() != ':') out += ' ';
    }
    space = false;
    if (is_zero_of_fraction(css, i)) ++i;
    if (css[i] == '}' && out.size() > start && out.back() == ';') out.pop_back();
    const std::size_t end = css[i] == '"' || css[i] == '\'' ? end_of_string(css, i) : i + 1;
    out += css.substr(i, end - i);
    i = end;
  }
  if (out.size() > start) out += '\n';
}

}  // namespace carnet
