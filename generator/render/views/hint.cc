#include "render/icon_html.h"
#include "render/views/views.h"

namespace carnet {

void view_hint(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view written = attribute_value(block, "style");
  const std::string_view style = written.empty() ? "info" : written;
  for (std::string_view known : {"info", "success", "warning", "danger"}) {
    if (style == known) view.set(known, true);
  }
  view.set("icon_html", icon_html(attribute_value(block, "icon")));
  view.set("style", style);
  view.set("style_label", renderer.context().word("hint_" + std::string(style)));
  const Node* first = block.first_child;
  view.set("titled", first != nullptr && first->kind == NodeKind::Heading);
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
