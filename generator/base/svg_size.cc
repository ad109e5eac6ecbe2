#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/image_size.h"
#include "base/limits.h"
#include "base/text.h"

namespace carnet {
namespace {

// A decimal number at the beginning of `text`, which it is taken from. Negative: none.
double take_number(std::string_view& text) {
  std::size_t i = 0;
  double value = 0;
  double scale = 0;  // Of the next digit behind the point.
  bool has_digit = false;
  if (text.starts_with('+')) ++i;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.' && scale == 0) {
      scale = 0.1;
    } else if (!is_digit(c)) {
      break;
    } else if (scale == 0) {
      value = std::min(value * 10 + (c - '0'), 1e9);
      has_digit = true;
    } else {
      value += (c - '0') * scale;
      scale /= 10;
      has_digit = true;
    }
  }
  if (!has_digit) return -1;
  text.remove_prefix(i);
  return value;
}

// In pixels; 0 if it is none: "100%", "auto", "calc(...)".
double to_pixels(std::string_view text) {
  text = trim(text);
  const double value = take_number(text);
  if (value <= 0) return 0;
  const std::string unit = to_lower(trim(text));
  if (unit.empty() || unit == "px") return value;
  if (unit == "pt") return value * 4 / 3;
  if (unit == "pc" || unit == "em" || unit == "rem") return value * 16;
  if (unit == "ex") return value * 8;
  if (unit == "in") return value * 96;
  if (unit == "cm") return value * 96 / 2.54;
  if (unit == "mm") return value * 96 / 25.4;
  return 0;
}

// What stands before the first element: white space, `<?xml?>`, comments, a DOCTYPE that
// may hold declarations in square brackets.
std::string_view skip_preamble(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (true) {
    text = trim_start(text);
    std::size_t end = std::string_view::npos;
    if (text.starts_with("<!--")) {
      end = text.find("-->");
      if (end != std::string_view::npos) end += 3;
    } else if (text.starts_with("<?")) {
      end = text.find("?>");
      if (end != std::string_view::npos) end += 2;
    } else if (text.starts_with("<!")) {
      const std::size_t bracket = text.find('[');
      end = text.find('>');
      if (bracket < end) end = text.find("]>");
      if (bracket < end && end != std::string_view::npos) ++end;
      if (end != std::string_view::npos) ++end;
    } else {
      return text;
    }
    if (end == std::string_view::npos) return {};
    text.remove_prefix(std::min(end, text.size()));
  }
}

struct SvgAttributes {
  std::string_view width;
  std::string_view height;
  std::string_view view_box;
};

// `text` begins behind `<svg`. Only what has both its quotes counts.
SvgAttributes read_attributes(std::string_view text) {
  SvgAttributes found;
  while (true) {
    text = trim_start(text);
    if (text.empty() || text[0] == '>') return found;
    const std::size_t name_end = std::min(text.find_first_of("= \t\r\n>/"), text.size());
    const std::string_view name = text.substr(0, name_end);
    // A slash or a sign out of place is stepped over.
    text = trim_start(text.substr(std::max<std::size_t>(name_end, 1)));
    if (name.empty() || !text.starts_with('=')) continue;
    text = trim_start(text.substr(1));
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) continue;
    const std::size_t end = text.find(text[0], 1);
    if (end == std::string_view::npos) return found;
    const std::string_view value = text.substr(1, end - 1);
    if (name == "width") found.width = value;
    if (name == "height") found.height = value;
    if (name == "viewBox") found.view_box = value;
    text.remove_prefix(end + 1);
  }
}

ImageSize rounded(double width, double height) {
  const double most = kMaxImageSide;
  if (!(width > 0) || !(height > 0) || width > most || height > most) return {};
  return {static_cast<std::uint32_t>(std::max(1L, std::lround(width))),
          static_cast<std::uint32_t>(std::max(1L, std::lround(height)))};
}

}  // namespace

ImageSize read_svg_size(std::string_view text) {
  text = skip_preamble(text);
  if (!text.starts_with("<svg") || text.size() < 5 || !is_space(text[4])) {
    // A namespace with a prefix of its own: `<svg:svg`.
    if (!text.starts_with("<svg:svg")) return {};
    text.remove_prefix(4);
  }
  const SvgAttributes written = read_attributes(text.substr(4));

  double box[4] = {};
  std::string_view rest = written.view_box;
  bool has_box = !rest.empty();
  for (double& number : box) {
    while (!rest.empty() && (is_space(rest[0]) || rest[0] == ',')) rest.remove_prefix(1);
    if (rest.starts_with('-')) rest.remove_prefix(1);  // Of its corner, which does not matter.
    number = take_number(rest);
    has_box = has_box && number >= 0;
  }
  has_box = has_box && box[2] > 0 && box[3] > 0;

  const double width = to_pixels(written.width);
  const double height = to_pixels(written.height);
  if (width > 0 && height > 0) return rounded(width, height);
  if (!has_box) return {};
  if (width > 0) return rounded(width, width * box[3] / box[2]);
  if (height > 0) return rounded(height * box[2] / box[3], height);
  return rounded(box[2], box[3]);
}

}  // namespace carnet
