#include "render/icon_html.h"

#include <fmt/format.h>

#include "base/text.h"
#include "symbols/icons.h"

namespace carnet {

std::string icon_html(std::string_view name) {
  bool is_regular = false;
  std::string_view last;
  for (std::string_view word : split(name, ' ')) {
    if (word.starts_with("fa-")) word.remove_prefix(3);
    if (word == "regular" || word == "far") is_regular = true;
    if (!word.empty()) last = word;
  }
  Icon icon;
  if (is_regular) icon = find_icon("regular/" + std::string(last));
  if (icon.path.empty()) icon = find_icon(last);
  if (icon.path.empty()) return {};
  return fmt::format(
      R"(<svg class="fa" viewBox="0 0 {} {}" aria-hidden="true"><path d="{}"/></svg>)", icon.width,
      icon.height, icon.path);
}

}  // namespace carnet
