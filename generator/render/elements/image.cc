#include "render/elements/elements.h"

#include <cstddef>
#include <string_view>

#include "render/elements/parts.h"
#include "render/picture.h"

namespace carnet {

void draw_image(const Node& node, PageRenderer& renderer) {
  if (node.number == kNoNumber) return renderer.text(attribute_value(node, "alt"));
  draw_picture(renderer.link_of(node), renderer.written_link_of(node).destination,
               {.alt = attribute_value(node, "alt"),
                .width = attribute_value(node, "width"),
                .height = attribute_value(node, "height"),
                .size = attribute_value(node, "data-size")},
               renderer);
}

// `<picture>`: one image for light pages and one for dark ones. The theme's
// switch decides, not the system alone, so both are there.
void draw_picture_element(const Node& node, PageRenderer& renderer) {
  const Node* image = find_child(node, "img");
  if (image == nullptr) return renderer.render_children(node);
  const Node* dark = nullptr;
  for (const Node& child : node.children()) {
    if (child.is_element("source") && child.number != kNoNumber &&
        attribute_value(child, "media").find("dark") != std::string_view::npos) {
      dark = &child;
    }
  }
  const bool has_both = dark != nullptr &&
                        renderer.link_of(*dark).target == ResolvedLink::Target::File &&
                        renderer.link_of(*image).target == ResolvedLink::Target::File;
  const std::size_t begin = renderer.out().size();
  renderer.render(*image);
  if (!has_both) return;
  const std::size_t tag = renderer.out().find("<img", begin);
  renderer.out().insert(tag + 4, " class=\"only-light\"");
  const std::size_t dark_begin = renderer.out().size();
  draw_picture(renderer.link_of(*dark), {},
               {.alt = attribute_value(*image, "alt"),
                .width = attribute_value(*image, "width"),
                .height = attribute_value(*image, "height"),
                .size = attribute_value(*image, "data-size")},
               renderer);
  renderer.out().insert(renderer.out().find("<img", dark_begin) + 4, " class=\"only-dark\"");
}

}  // namespace carnet
