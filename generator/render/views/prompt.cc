#include <string>

#include "render/icon_html.h"
#include "render/views/views.h"

namespace carnet {

void view_prompt(Value& view, const Node& block, PageRenderer& renderer) {
  std::string icon = icon_html(attribute_value(block, "icon"));
  if (icon.empty()) icon = icon_html("terminal");
  view.set("icon", icon).set("description", attribute_value(block, "description"));
  const std::string_view expanded = attribute_value(block, "defaultExpanded");
  view.set("open", expanded == "partial" || expanded == "full");
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
