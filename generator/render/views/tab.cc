#include "render/views/views.h"

#include <string>

#include "base/text.h"
#include "render/icon_html.h"

namespace carnet {

void view_tab(Value& view, const Node& block, PageRenderer& renderer) {
  std::string title(attribute_value(block, "title"));
  if (title.empty()) {
    std::size_t number = 1;
    for (const Node* before = block.previous; before != nullptr; before = before->previous) {
      ++number;
    }
    title = replace_all(std::string(renderer.context().word("tab")), "{number}",
                        std::to_string(number));
  }
  view.set("icon_html", icon_html(attribute_value(block, "icon")));
  view.set("title", title).set("id", renderer.id_of(block));
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
