#include "markdown/tidy_residue.h"

#include "base/text.h"

namespace carnet {
namespace {

bool is_break(const Node& node) {
  return node.kind == NodeKind::SoftBreak || node.kind == NodeKind::LineBreak;
}

// Before a line end a backslash is a line break; on the last line there is none.
void drop_last_backslash(Node& paragraph) {
  Node* last = paragraph.last_child;
  if (last == nullptr || last->kind != NodeKind::Text || trim(last->text) != "\\") return;
  if (last->previous != nullptr && !is_break(*last->previous)) return;
  unlink(*last);
  while (paragraph.last_child != nullptr && is_break(*paragraph.last_child)) {
    unlink(*paragraph.last_child);
  }
}

void tidy(Node& node) {
  for (Node* child = node.first_child; child != nullptr;) {
    Node* next = child->next;
    tidy(*child);
    if (child->kind == NodeKind::Paragraph) {
      drop_last_backslash(*child);
      if (child->first_child == nullptr) unlink(*child);
    }
    child = next;
  }
}

}  // namespace

void tidy_residue(Document& document) { tidy(document.root()); }

}  // namespace carnet
