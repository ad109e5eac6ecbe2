#include "render/figure.h"

#include <vector>

#include "base/text.h"
#include "render/elements/elements.h"
#include "render/elements/parts.h"

namespace carnet {
namespace {

bool is_white_space(const Node& node) {
  return node.kind == NodeKind::Text && trim(node.text).empty();
}

// The neighbour if it is a figure on the same line.
const Node* next_in_row(const Node& figure) {
  const Node* next = figure.next;
  while (next != nullptr && is_white_space(*next)) next = next->next;
  return next != nullptr && next->is_element("figure") && next->is_tight ? next : nullptr;
}

bool is_in_row(const Node& figure) {
  const Node* before = figure.previous;
  while (before != nullptr && is_white_space(*before)) before = before->previous;
  return figure.is_tight && before != nullptr && before->is_element("figure");
}

}  // namespace

// Several on one line are a gallery, which the first of them draws.
void draw_figure(const Node& node, PageRenderer& renderer) {
  if (is_in_row(node)) return;
  std::vector<const Node*> row;
  for (const Node* figure = &node; figure != nullptr; figure = next_in_row(*figure)) {
    row.push_back(figure);
  }
  draw_pictures(row, {}, renderer);
}

// `<div align="center">`, `<div data-full-width="true">` and their kind around pictures are a
// part of the figure. Anything else stays a division.
void draw_division(const Node& node, PageRenderer& renderer) {
  FigureFrame frame;
  const Node* inner = &node;
  while (true) {
    read_frame(*inner, renderer, frame);
    const Node* only = nullptr;
    for (const Node& child : inner->children()) {
      if (is_white_space(child)) continue;
      if (only != nullptr || !child.is_element("div")) {
        only = nullptr;
        break;
      }
      only = &child;
    }
    if (only == nullptr) break;
    inner = only;
  }
  const std::vector<const Node*> pictures = find_pictures(*inner, renderer);
  if (pictures.empty()) return renderer.render_generic(node);
  draw_pictures(pictures, frame, renderer);
}

// A caption without a figure, which HTML does not know.
void draw_figcaption(const Node& node, PageRenderer& renderer) {
  if (says_nothing(node)) return;
  renderer.line();
  renderer.out() += "<div class=\"caption\">";
  renderer.render_children(node);
  renderer.out() += "</div>\n";
}

}  // namespace carnet
