#include "render/theme_colors.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "base/color.h"
#include "base/text.h"

namespace carnet {
namespace {

// Of a text that is not large: WCAG 2.2, 1.4.3.
constexpr double kLeastContrast = 4.5;

// Colours stand on three grounds; it is the hardest to read them on this one.
std::optional<ColorPair> hardest_ground(std::string_view css) {
  return find_color_pair(css, "sunk");
}

std::string_view variable_of(std::string_view name) { return name == "primary" ? "accent" : name; }

void check(const Located<std::string>& written, const Color& ground, std::string_view where,
           Diagnostics& diagnostics) {
  const std::optional<Color> color = parse_color(written.value);
  if (!color) return;
  const double found = contrast_ratio(*color, ground);
  if (found >= kLeastContrast) return;
  diagnostics.report(
      DiagnosticKind::LowContrast, written.span,
      fmt::format("`{}` is hard to read on {} pages: its contrast is {:.1f}, and text needs {}",
                  written.value, where, found, kLeastContrast),
      fmt::format("`\"{}\"` can be read", to_hex(with_contrast(*color, ground, kLeastContrast))));
}

}  // namespace

std::optional<ColorPair> find_color_pair(std::string_view css, std::string_view name) {
  const std::string beginning = fmt::format("--{}:light-dark(", name);
  // The last one wins: a book sets its own behind those of the theme.
  std::size_t at = css.rfind(beginning);
  if (at == std::string_view::npos) return std::nullopt;
  at += beginning.size();
  const std::size_t comma = css.find(',', at);
  const std::size_t end = css.find(')', at);
  if (comma >= end || end == std::string_view::npos) return std::nullopt;
  const std::optional<Color> light = parse_color(trim(css.substr(at, comma - at)));
  const std::optional<Color> dark = parse_color(trim(css.substr(comma + 1, end - comma - 1)));
  if (!light || !dark) return std::nullopt;
  return ColorPair{*light, *dark};
}

void check_colors(const Config& config, std::string_view css, Diagnostics& diagnostics) {
  const std::optional<ColorPair> ground = hardest_ground(css);
  if (!ground) return;
  for (const ColorSetting& setting : config.colors) {
    check(setting.light, ground->light, "light", diagnostics);
    check(setting.dark, ground->dark, "dark", diagnostics);
  }
}

std::string colors_css(const Config& config, std::string_view css) {
  const std::optional<ColorPair> ground = hardest_ground(css);
  std::string rules;
  for (const ColorSetting& setting : config.colors) {
    std::string light = setting.light.value;
    std::string dark = setting.dark.value;
    // A book that names one of the two leaves the other to the theme, or to arithmetic.
    const std::optional<ColorPair> own = find_color_pair(css, variable_of(setting.name));
    if (light.empty() && own) light = to_hex(own->light);
    if (light.empty()) light = dark;
    if (dark.empty()) {
      const std::optional<Color> color = parse_color(light);
      dark = color && ground ? to_hex(with_contrast(*color, ground->dark, kLeastContrast)) : light;
    }
    if (!light.empty()) {
      rules += fmt::format("--{}:light-dark({},{});", variable_of(setting.name), light, dark);
    }
  }
  if (rules.empty()) return {};
  rules.pop_back();
  return ":root{" + rules + "}\n";
}

}  // namespace carnet
