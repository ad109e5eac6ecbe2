#include "render/elements/elements.h"
#include "render/elements/parts.h"

namespace carnet {

void draw_anchor(const Node& node, PageRenderer& renderer) {
  if (node.number != kNoNumber) {
    const Link& link = renderer.written_link_of(node);
    return renderer.render_linked(node, renderer.link_of(node), link.destination);
  }
  if (renderer.is_in_heading()) return renderer.render_children(node);
  const std::string_view id = renderer.id_of(node);
  if (id.empty() && !has_class(node, "button")) return renderer.render_children(node);
  renderer.out() += "<a";
  if (!id.empty()) renderer.attribute("id", id);
  renderer.render_attributes(node);
  renderer.out() += '>';
  renderer.render_children(node);
  renderer.out() += "</a>";
}

}  // namespace carnet
