#include "render/site_icon.h"

#include <array>
#include <string>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

std::string_view type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kTypes = {{
      {".avif", "image/avif"},
      {".gif", "image/gif"},
      {".ico", "image/x-icon"},
      {".jpeg", "image/jpeg"},
      {".jpg", "image/jpeg"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".webp", "image/webp"},
  }};
  const std::string extension = to_lower(extension_of(path));
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return type;
  }
  return {};
}

bool is_icon_shaped(ImageSize size) {
  return !size.is_known() || (size.width <= 2 * size.height && size.height <= 2 * size.width);
}

}  // namespace

void set_site_icon(Value& view, const Site& site, const Config& config, std::string_view root) {
  const Asset* icon = site.find_asset(config.favicon.value);
  if (icon == nullptr) {
    icon = site.find_asset(config.logo.value);
    if (icon == nullptr || type_of(icon->permalink).empty() || !is_icon_shaped(icon->image)) return;
  }
  const std::string url = std::string(root) + encode_path(icon->permalink);
  const std::string_view type = type_of(icon->permalink);
  view.set("favicon", url).set("favicon_type", type);
  if (type == "image/svg+xml") {
    view.set("favicon_sizes", "any");
  } else if (icon->image.is_known() && type != "image/x-icon") {
    view.set("favicon_sizes",
             std::to_string(icon->image.width) + "x" + std::to_string(icon->image.height));
  }
  // Phones take no drawings, and ask for a picture of 180 pixels.
  if (type == "image/png" && icon->image.width >= 120) view.set("touch_icon", url);
}

}  // namespace carnet
