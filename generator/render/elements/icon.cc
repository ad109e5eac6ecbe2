#include "render/elements/elements.h"
#include "render/icon_html.h"

namespace carnet {

// `<i class="fa-house">`; what it says is no part of it (markdown/read_symbols.h).
void draw_italic(const Node& node, PageRenderer& renderer) {
  const std::string_view classes = attribute_value(node, "class");
  if (classes.find("fa-") == std::string_view::npos) return renderer.render_generic(node);
  renderer.out() += icon_html(classes, attribute_value(node, "data-color"));
  renderer.render_children(node);
}

}  // namespace carnet
