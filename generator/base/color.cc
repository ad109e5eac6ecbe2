#include "base/color.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "base/hex.h"

namespace carnet {
namespace {

constexpr int kSteps = 100;

double to_linear(double part) {
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const Color& color) {
  return 0.2126 * to_linear(color.red) + 0.7152 * to_linear(color.green) +
         0.0722 * to_linear(color.blue);
}

Color lay_on(const Color& color, const Color& ground) {
  Color opaque = color;
  opaque.alpha = 1;
  return mix(ground, opaque, color.alpha);
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  const bool is_short = text.size() == 3 || text.size() == 4;
  if (!is_short && text.size() != 6 && text.size() != 8) return std::nullopt;
  std::array<double, 4> parts = {0, 0, 0, 1};
  const std::size_t digits = is_short ? 1 : 2;
  for (std::size_t i = 0; i * digits < text.size(); ++i) {
    const int first = hex_value(text[i * digits]);
    const int second = hex_value(text[i * digits + digits - 1]);
    if (first < 0 || second < 0) return std::nullopt;
    parts[i] = (first * 16 + second) / 255.0;
  }
  return Color{parts[0], parts[1], parts[2], parts[3]};
}

std::string to_hex(const Color& color) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (const double part : {color.red, color.green, color.blue}) {
    const auto value = static_cast<std::size_t>(std::lround(std::clamp(part, 0.0, 1.0) * 255));
    text += kDigits[value / 16];
    text += kDigits[value % 16];
  }
  return text;
}

Color mix(const Color& one, const Color& other, double share) {
  const auto between = [share](double a, double b) { return a + (b - a) * share; };
  return {between(one.red, other.red), between(one.green, other.green),
          between(one.blue, other.blue), between(one.alpha, other.alpha)};
}

double contrast_ratio(const Color& color, const Color& ground) {
  const double one = luminance(lay_on(color, ground));
  const double other = luminance(ground);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

Color with_contrast(const Color& color, const Color& ground, double least) {
  if (contrast_ratio(color, ground) >= least) return color;
  const Color black = {0, 0, 0};
  const Color white = {1, 1, 1};
  const Color& end = contrast_ratio(black, ground) > contrast_ratio(white, ground) ? black : white;
  const Color begin = lay_on(color, ground);
  for (int step = 1; step < kSteps; ++step) {
    // Rounded, because that is what is written and shown.
    const Color found = *parse_color(to_hex(mix(begin, end, static_cast<double>(step) / kSteps)));
    if (contrast_ratio(found, ground) >= least) return found;
  }
  return end;
}

}  // namespace carnet
