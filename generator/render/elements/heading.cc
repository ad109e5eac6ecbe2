#include "render/elements/elements.h"

namespace carnet {

// In a cell of a table: large words, which no outline lists.
void draw_cell_heading(const Node& node, PageRenderer& renderer) {
  renderer.line();
  renderer.out() += "<p class=\"cell-title\"";
  if (const std::string_view id = renderer.id_of(node); !id.empty()) renderer.attribute("id", id);
  renderer.render_attributes(node);
  renderer.out() += '>';
  renderer.render_children(node);
  renderer.out() += "</p>\n";
}

}  // namespace carnet
