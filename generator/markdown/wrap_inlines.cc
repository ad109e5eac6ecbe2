#include "markdown/wrap_inlines.h"

#include "base/text.h"

namespace carnet {
namespace {

bool is_blank(const Node& node) {
  return node.kind == NodeKind::SoftBreak ||
         (node.kind == NodeKind::Text && trim(node.text).empty());
}

}  // namespace

void wrap_inlines(Document& document, Node& list, Node* done) {
  Node* paragraph = nullptr;
  for (Node* node = done == nullptr ? list.first_child : done->next; node != nullptr;) {
    Node* next = node->next;
    if (!is_inline(*node)) {
      paragraph = nullptr;
    } else if (paragraph == nullptr && is_blank(*node)) {
      unlink(*node);
    } else {
      if (paragraph == nullptr) {
        paragraph = &document.create(NodeKind::Paragraph, node->begin, node->end);
        insert_before(*node, *paragraph);
      }
      unlink(*node);
      append_child(*paragraph, *node);
    }
    node = next;
  }
}

}  // namespace carnet
