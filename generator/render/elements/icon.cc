#include "render/elements/elements.h"

#include <string_view>

namespace carnet {
namespace {

// `<i class="fa-house">:house:</i>`: a picture, whose text stands in for it only
// where there are no pictures.
bool is_icon(const Node& node) {
  return node.is_element("i") &&
         attribute_value(node, "class").find("fa-") != std::string_view::npos;
}

}  // namespace

void draw_italic(const Node& node, PageRenderer& renderer) {
  if (!is_icon(node)) renderer.render_generic(node);
}

}  // namespace carnet
