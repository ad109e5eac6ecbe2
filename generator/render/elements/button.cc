#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "render/icon_html.h"

namespace carnet {

// Opens GitBook's search, or its assistant. A site has neither yet: the label stays, and nothing
// can be pressed. What it would search for is there for a script.
void draw_button(const Node& node, PageRenderer& renderer) {
  renderer.out() += "<span class=\"button\"";
  renderer.attribute("data-style", has_class(node, "primary") ? "primary" : "secondary");
  for (std::string_view name : {"data-action", "data-query"}) {
    const std::string_view value = attribute_value(node, name);
    if (!value.empty()) renderer.attribute(name, value);
  }
  renderer.out() += '>';
  renderer.out() += icon_html(attribute_value(node, "data-icon"));
  renderer.render_children(node);
  renderer.out() += "</span>";
}

}  // namespace carnet
