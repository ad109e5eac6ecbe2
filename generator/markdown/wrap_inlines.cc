#include "markdown/wrap_inlines.h"

#include "markdown/blank.h"

namespace carnet {
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
