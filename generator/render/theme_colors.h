// The colours that a book gives to its theme.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/color.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// A colour of a theme, by day and by night.
struct ColorPair {
  Color light;
  Color dark;
};

// What a style sheet sets as `--name: light-dark(#fff, #000)`; nothing if it does not say it so.
std::optional<ColorPair> find_color_pair(std::string_view css, std::string_view name);

// Reports the colours of the book that cannot be read on the theme's grounds. `css` is the
// theme's style sheet, which says what these are; one that does not say so is not asked.
void check_colors(const Config& config, std::string_view css, Diagnostics& diagnostics);

// What is to be added to that style sheet; nothing if the book has no colours of its own. Where
// there is none for dark pages, it is made of the one for light pages.
std::string colors_css(const Config& config, std::string_view css);

}  // namespace carnet
