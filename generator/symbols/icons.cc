#include "symbols/icons.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "base/nearest.h"
#include "base/text.h"
#include "symbols/table.h"

namespace carnet {

// Written by assets/build/icons.mjs, which says what is in it.
std::string_view embedded_icons();

namespace {

// Words beside the name: of the style, which is `regular` or one of those that come to the same.
constexpr std::string_view kStyles[] = {"brands", "duotone", "fa",      "fab",  "fad",
                                        "fal",    "far",     "fas",     "fass", "light",
                                        "sharp",  "solid",   "regular", "thin"};

std::string_view without_prefix(std::string_view word) {
  if (word.starts_with("fa-")) word.remove_prefix(3);
  return word;
}

bool is_style(std::string_view word) {
  return word.empty() || std::ranges::find(kStyles, word) != std::end(kStyles);
}

}  // namespace

Icon find_icon(std::string_view name) {
  std::string_view entry = find_line(embedded_icons(), name);
  if (entry.starts_with('=')) entry = find_line(embedded_icons(), entry.substr(1));
  const std::size_t height = entry.find('\t');
  if (height == std::string_view::npos) return {};
  const std::size_t path = entry.find('\t', height + 1);
  return {entry.substr(0, height), entry.substr(height + 1, path - height - 1),
          entry.substr(path + 1)};
}

Icon find_icon_of(std::string_view words) {
  std::vector<std::string_view> names = split(words, ' ');
  for (std::string_view& name : names) name = without_prefix(name);
  const bool is_outlined = std::ranges::any_of(
      names, [](std::string_view name) { return name == "regular" || name == "far"; });
  std::ranges::reverse(names);
  for (std::string_view name : names) {
    if (is_style(name)) continue;
    Icon icon;
    if (is_outlined) icon = find_icon("regular/" + std::string(name));
    if (icon.path.empty()) icon = find_icon(name);
    if (!icon.path.empty()) return icon;
  }
  return {};
}

std::string_view icon_name_in(std::string_view words) {
  std::string_view last;
  for (std::string_view word : split(words, ' ')) {
    const std::string_view name = without_prefix(word);
    if (!is_style(name)) last = name;
  }
  return last;
}

std::string_view nearest_icon_name(std::string_view name) {
  Nearest nearest(name);
  std::string_view meant;
  const std::string_view table = embedded_icons();
  for (std::size_t line = 0; line < table.size(); line = table.find('\n', line) + 1) {
    const std::string_view candidate = table.substr(line, table.find('\t', line) - line);
    if (candidate.find('/') == candidate.npos && nearest.offer(candidate)) meant = candidate;
  }
  return meant;
}

}  // namespace carnet
