#include "render/views/views.h"

namespace carnet {

void view_content(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
