#include "render/views/views.h"

namespace carnet {

// A single item is no tab but code with a title: see PageRenderer::render_code_block.
void view_code_tabs(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("single", block.first_child == block.last_child);
  view.set("body", renderer.render_apart(block));
}

void view_code_tabs_item(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("single", block.parent->first_child == block.parent->last_child);
  view_tab(view, block, renderer);
}

}  // namespace carnet
