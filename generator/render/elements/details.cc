#include "render/elements/elements.h"

#include <string_view>

#include "render/elements/parts.h"

namespace carnet {

void draw_details(const Node& node, PageRenderer& renderer) {
  renderer.line();
  renderer.out() += "<details class=\"fold\"";
  const Node* summary = find_child(node, "summary");
  std::string_view id = renderer.id_of(node);
  if (id.empty() && summary != nullptr) id = renderer.id_of(*summary);
  if (!id.empty()) renderer.attribute("id", id);
  renderer.render_attributes(node);
  renderer.out() += '>';
  renderer.render_children(node);
  renderer.out() += "</details>\n";
}

void draw_summary(const Node& node, PageRenderer& renderer) {
  renderer.out() += "<summary>";
  renderer.render_children(node);
  renderer.out() += "</summary>\n";
}

}  // namespace carnet
