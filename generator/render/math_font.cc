#include "render/math_font.h"

#include <string>

namespace carnet {

std::string_view embedded_math_font();

OutputFile math_font_file() {
  return {.path = "_carnet/math.woff2", .bytes = std::string(embedded_math_font())};
}

std::string_view math_font_css() {
  return "@font-face{font-family:\"Carnet Math\";src:url(../math.woff2)format(\"woff2\")}\n";
}

}  // namespace carnet
