#include "render/elements/elements.h"
#include "render/figure.h"

namespace carnet {

void draw_paragraph(const Node& node, PageRenderer& renderer) {
  if (const auto pictures = find_pictures(node, renderer); !pictures.empty()) {
    FigureFrame frame;
    read_frame(node, renderer, frame);
    return draw_pictures(pictures, frame, renderer);
  }
  if (node.first_child != nullptr || !renderer.id_of(node).empty()) renderer.render_generic(node);
}

void draw_nothing(const Node&, PageRenderer&) {}

}  // namespace carnet
