#include "render/elements/elements.h"

namespace carnet {

void draw_mark(const Node& node, PageRenderer& renderer) {
  const std::string_view ink = attribute_value(node, "data-color");
  const std::string_view background = attribute_value(node, "data-background");
  const bool is_marked = !background.empty() || ink.empty();
  if (is_marked) {
    renderer.out() += "<mark";
    if (!background.empty()) renderer.attribute("data-color", background);
    renderer.out() += '>';
  }
  if (!ink.empty()) {
    renderer.out() += "<span";
    renderer.attribute("data-ink", ink);
    renderer.out() += '>';
  }
  renderer.render_children(node);
  if (!ink.empty()) renderer.out() += "</span>";
  if (is_marked) renderer.out() += "</mark>";
}

}  // namespace carnet
