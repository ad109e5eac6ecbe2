#include "render/views/caption.h"

#include "base/html_escape.h"

namespace carnet {

std::string caption_of(const Node& block, PageRenderer& renderer) {
  const Node* only = block.first_child;
  if (only != nullptr && only->next == nullptr && only->kind == NodeKind::Paragraph) {
    return renderer.render_apart(*only);
  }
  if (only != nullptr) return renderer.render_apart(block);
  return escape_html(attribute_value(block, "caption"));
}

}  // namespace carnet
