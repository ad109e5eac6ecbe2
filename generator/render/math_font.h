// The font of formulas, for readers whose machine has none: without the table of measures that such
// fonts have, bars touch letters, and braces fall to pieces.

#pragma once

#include <string_view>

#include "base/output_file.h"

namespace carnet {

// What a site needs that has a page with a formula: STIX Two Math. No browser loads it that has
// found one of the fonts that the style sheet names in front of `Carnet Math`.
OutputFile math_font_file();

// Where the theme's part for formulas lies, and what has to stand in it for `Carnet Math` to be
// known.
inline constexpr std::string_view kMathStyleSheet = "_carnet/parts/math.css";
std::string_view math_font_css();

}  // namespace carnet
