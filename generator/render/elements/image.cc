#include "render/elements/elements.h"

#include <string_view>

#include "render/elements/parts.h"
#include "render/picture.h"

namespace carnet {
namespace {

Picture picture_of(const Node& image, const PageRenderer& renderer) {
  return {
      .alt = attribute_value(image, "alt"),
      .width = attribute_value(image, "width"),
      .height = attribute_value(image, "height"),
      .size = attribute_value(image, "data-size"),
      .title = renderer.is_captioned(image) ? std::string_view() : attribute_value(image, "title")};
}

const Node* find_dark_source(const Node& picture) {
  for (const Node& child : picture.children()) {
    if (child.is_element("source") && child.number != kNoNumber &&
        attribute_value(child, "media").find("dark") != std::string_view::npos) {
      return &child;
    }
  }
  return nullptr;
}

}  // namespace

void draw_image(const Node& node, PageRenderer& renderer) {
  if (node.number == kNoNumber) return renderer.text(attribute_value(node, "alt"));
  draw_picture(renderer.link_of(node), renderer.written_link_of(node).destination,
               picture_of(node, renderer), renderer);
}

// `<picture>`: one image for light pages and one for dark ones. The theme's
// switch decides, not the system alone, so both are there.
void draw_picture_element(const Node& node, PageRenderer& renderer) {
  const Node* image = find_child(node, "img");
  if (image == nullptr || image->number == kNoNumber) return renderer.render_children(node);
  const Node* dark = find_dark_source(node);
  const bool has_both = dark != nullptr &&
                        renderer.link_of(*dark).target == ResolvedLink::Target::File &&
                        renderer.link_of(*image).target == ResolvedLink::Target::File;
  if (!has_both) return draw_image(*image, renderer);
  Picture picture = picture_of(*image, renderer);
  picture.shade = Shade::Light;
  draw_picture(renderer.link_of(*image), {}, picture, renderer);
  picture.shade = Shade::Dark;
  draw_picture(renderer.link_of(*dark), {}, picture, renderer);
}

}  // namespace carnet
