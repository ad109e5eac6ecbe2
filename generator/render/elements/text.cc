#include "render/elements/elements.h"
#include "render/elements/parts.h"

namespace carnet {

void draw_figcaption(const Node& node, PageRenderer& renderer) {
  if (!says_nothing(node)) renderer.render_generic(node);
}

void draw_paragraph(const Node& node, PageRenderer& renderer) {
  if (node.first_child != nullptr || !renderer.id_of(node).empty()) renderer.render_generic(node);
}

void draw_nothing(const Node&, PageRenderer&) {}

}  // namespace carnet
