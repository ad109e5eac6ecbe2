#include "render/elements/draw_element.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "render/elements/elements.h"

namespace carnet {
namespace {

struct Drawer {
  std::string_view name;
  void (*draw)(const Node&, PageRenderer&);
};

// In the order of the alphabet. All others are drawn as they were written.
constexpr Drawer kDrawers[] = {
    {"a", draw_anchor},
    {"audio", draw_media},
    {"button", draw_button},
    {"details", draw_details},
    {"div", draw_division},
    {"figcaption", draw_figcaption},
    {"figure", draw_figure},
    {"h1", draw_cell_heading},
    {"h2", draw_cell_heading},
    {"h3", draw_cell_heading},
    {"h4", draw_cell_heading},
    {"h5", draw_cell_heading},
    {"h6", draw_cell_heading},
    {"i", draw_italic},
    {"iframe", draw_media},
    {"img", draw_image},
    {"mark", draw_mark},
    {"p", draw_paragraph},
    {"picture", draw_picture_element},
    {"pre", draw_pre},
    {"select", draw_nothing},
    {"source", draw_nothing},
    {"span", draw_span},
    {"summary", draw_summary},
    {"table", draw_table},
    {"video", draw_media},
};
static_assert(std::ranges::is_sorted(kDrawers, {}, &Drawer::name));

}  // namespace

void draw_element(const Node& node, PageRenderer& renderer) {
  const Drawer* drawer = std::ranges::lower_bound(kDrawers, node.text, {}, &Drawer::name);
  if (drawer == std::end(kDrawers) || drawer->name != node.text) {
    return renderer.render_generic(node);
  }
  drawer->draw(node, renderer);
}

}  // namespace carnet
