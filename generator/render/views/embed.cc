#include "render/views/caption.h"
#include "render/views/embed_card.h"
#include "render/views/views.h"

namespace carnet {

void view_embed(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  if (block.number != kNoNumber) {
    set_embed(view, renderer.link_of(block), attribute_value(block, "url"), {}, renderer);
  } else {
    view.set("broken", true);
  }
  view.set("caption", caption_of(block, renderer));
}

}  // namespace carnet
