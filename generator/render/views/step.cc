#include "render/views/views.h"

#include <string>
#include <string_view>

namespace carnet {
namespace {

// A paragraph of nothing but bold words, which stands in for a heading.
bool is_bold_line(const Node& node) {
  const Node* only = node.first_child;
  return node.kind == NodeKind::Paragraph && only != nullptr && only->next == nullptr &&
         (only->kind == NodeKind::Strong || only->is_element("strong") || only->is_element("b"));
}

}  // namespace

void view_step(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view title = attribute_value(block, "title");
  std::string body = renderer.render_apart(block);
  if (!title.empty()) {
    view.set("title", title);
  } else if (body.starts_with("<p>") && is_bold_line(*block.first_child)) {
    body.insert(2, " class=\"step-title\"");
  }
  view.set("body", body);
}

}  // namespace carnet
