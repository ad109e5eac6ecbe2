#include "render/views/views.h"

#include <string>
#include <string_view>

#include "base/html_escape.h"

namespace carnet {

void view_step(Value& view, const Node& block, PageRenderer& renderer) {
  std::string body;
  if (const std::string_view title = attribute_value(block, "title"); !title.empty()) {
    body = "<p><strong>" + escape_html(title) + "</strong></p>\n";
  }
  view.set("body", body + renderer.render_apart(block));
}

}  // namespace carnet
