#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "render/icon_html.h"

namespace carnet {

void draw_anchor(const Node& node, PageRenderer& renderer) {
  if (node.number != kNoNumber) {
    const Link& link = renderer.written_link_of(node);
    return renderer.render_linked(node, renderer.link_of(node), link.destination);
  }
  if (renderer.is_in_heading()) return renderer.render_children(node);
  const std::string_view id = renderer.id_of(node);
  const bool is_button = has_class(node, "button");
  if (id.empty() && !is_button) return renderer.render_children(node);
  renderer.out() += "<a";
  if (!id.empty()) renderer.attribute("id", id);
  renderer.render_attributes(node);
  // A button that leads nowhere is one that is switched off.
  if (is_button) renderer.out() += " role=\"link\" aria-disabled=\"true\"";
  renderer.out() += '>';
  if (is_button) renderer.out() += icon_html(attribute_value(node, "data-icon"));
  renderer.render_children(node);
  renderer.out() += "</a>";
}

}  // namespace carnet
