// Colours, and whether one can be read on another.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

// Each part from 0 to 1, in sRGB.
struct Color {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
};

// "#rgb", "#rgba", "#rrggbb" and "#rrggbbaa".
std::optional<Color> parse_color(std::string_view text);
// "#rrggbb"; what shines through is left out.
std::string to_hex(const Color& color);

// From `one`, at 0, to `other`, at 1, in the way of the CSS function `color-mix(in srgb)`.
Color mix(const Color& one, const Color& other, double share);

// The contrast ratio of WCAG 2, 1 to 21. A colour that is not opaque is laid on `ground` first.
// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
double contrast_ratio(const Color& color, const Color& ground);

// The colour nearest to `color` on the way to black or white, away from `ground`, that has this
// contrast; `color` itself if it has.
Color with_contrast(const Color& color, const Color& ground, double least);

}  // namespace carnet
