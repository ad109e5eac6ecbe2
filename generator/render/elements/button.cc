#include "render/elements/elements.h"
#include "render/elements/parts.h"

namespace carnet {

void draw_button(const Node& node, PageRenderer& renderer) {
  renderer.out() += "<span class=\"button\"";
  renderer.attribute("data-style", has_class(node, "primary") ? "primary" : "secondary");
  renderer.out() += '>';
  renderer.render_children(node);
  renderer.out() += "</span>";
}

}  // namespace carnet
