#include "render/elements/elements.h"

namespace carnet {

void draw_table(const Node& node, PageRenderer& renderer) {
  renderer.line();
  renderer.out() += "<div class=\"table\">";
  renderer.render_generic(node);
  renderer.out() += "</div>\n";
}

}  // namespace carnet
