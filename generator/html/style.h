// The `style` attribute. Pages have a policy against it, so the few properties that
// GitBook's editor writes become attributes that a theme can select.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// The properties that have a meaning here. Empty: not given, or not understood.
struct HtmlStyle {
  std::string_view text_align;  // "left", "center", "right" or "justify".
  std::string_view color;       // One of the names of dialect's palette: "red", "primary".
  std::string_view background;  // Likewise.
  std::string width;            // "320" (pixels) or "50%".
  std::string height;           // Likewise.
};

HtmlStyle parse_style(std::string_view declarations);

// The alignment that this word names in any case, or an empty view.
std::string_view find_alignment(std::string_view word);
std::string_view find_vertical_alignment(std::string_view word);

// A length as HTML's `width` and `height` take it: "320", "12.5", "50%". Accepts
// `px` and surrounding space. Anything else becomes an empty string.
std::string parse_length(std::string_view text);

}  // namespace carnet
