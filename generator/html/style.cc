#include "html/style.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/text.h"

namespace carnet {
namespace {

using namespace std::string_view_literals;  // "..."sv

// Names of GitBook's palette. Its theme colours are written with a `$`, which
// would only be in the way in a selector.
constexpr std::array kColors = {"red"sv,    "blue"sv, "green"sv, "orange"sv,
                                "purple"sv, "pink"sv, "yellow"sv};
constexpr std::array kThemeColors = {"$primary"sv, "$info"sv, "$success"sv, "$warning"sv,
                                     "$danger"sv};
constexpr std::array kAlignments = {"left"sv, "center"sv, "right"sv, "justify"sv};
constexpr std::array kVerticalAlignments = {"top"sv, "middle"sv, "bottom"sv, "baseline"sv};

std::string_view find_word(std::span<const std::string_view> words, std::string_view text) {
  for (std::string_view word : words) {
    if (equals_ignoring_case(text, word)) return word;
  }
  return {};
}

std::string_view find_color(std::string_view text) {
  std::string_view color = find_word(kColors, text);
  if (!color.empty()) return color;
  color = find_word(kThemeColors, text);
  return color.empty() ? color : color.substr(1);
}

// Sets `property` unless the value means nothing to us: an earlier one stays then.
template <typename T, typename Value>
void set(T& property, Value value) {
  if (!value.empty()) property = std::move(value);
}

}  // namespace

std::string_view find_alignment(std::string_view word) {
  return find_word(kAlignments, trim(word));
}

std::string_view find_vertical_alignment(std::string_view word) {
  return find_word(kVerticalAlignments, trim(word));
}

std::string parse_length(std::string_view text) {
  text = trim(text);
  bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  if (text.size() > 2 && equals_ignoring_case(text.substr(text.size() - 2), "px")) {
    text = trim(text.substr(0, text.size() - 2));
  }
  std::size_t digits = 0;
  std::size_t points = 0;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '.') {
      ++points;
    } else {
      return {};
    }
  }
  if (digits == 0 || points > 1 || text.size() > 24 || text.front() == '.' || text.back() == '.') {
    return {};
  }
  return std::string(text) + (percent ? "%" : "");
}

HtmlStyle parse_style(std::string_view declarations) {
  HtmlStyle style;
  while (!declarations.empty()) {
    std::size_t end = std::min(declarations.find(';'), declarations.size());
    std::string_view declaration = declarations.substr(0, end);
    declarations.remove_prefix(std::min(end + 1, declarations.size()));

    std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    std::string_view name = trim(declaration.substr(0, colon));
    std::string_view value = trim(declaration.substr(colon + 1));
    if (equals_ignoring_case(name, "text-align")) {
      set(style.text_align, find_alignment(value));
    } else if (equals_ignoring_case(name, "color")) {
      set(style.color, find_color(value));
    } else if (equals_ignoring_case(name, "background-color") ||
               equals_ignoring_case(name, "background")) {
      set(style.background, find_color(value));
    } else if (equals_ignoring_case(name, "width")) {
      set(style.width, parse_length(value));
    } else if (equals_ignoring_case(name, "height")) {
      set(style.height, parse_length(value));
    }
  }
  return style;
}

}  // namespace carnet
