#include "render/icon_html.h"

#include <fmt/format.h>

#include "base/html_escape.h"
#include "symbols/icons.h"

namespace carnet {

std::string icon_html(std::string_view name, std::string_view ink) {
  const Icon icon = find_icon_of(name);
  if (icon.path.empty()) return {};
  const std::string color =
      ink.empty() ? std::string() : fmt::format(R"( data-ink="{}")", escape_html(ink));
  return fmt::format(
      R"(<svg class="fa"{} viewBox="0 0 {} {}" aria-hidden="true"><path d="{}"/></svg>)", color,
      icon.width, icon.height, icon.path);
}

}  // namespace carnet
