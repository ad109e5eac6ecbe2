// How the elements of raw HTML are drawn, where a page shows them in another way than
// they were written. An element is a function in a file beside this one, a line below and
// a line in draw_element.cc.

#pragma once

#include "render/page_renderer.h"

namespace carnet {

// Each appends one element with all that is in it.
void draw_anchor(const Node& node, PageRenderer& renderer);
void draw_button(const Node& node, PageRenderer& renderer);
void draw_cell_heading(const Node& node, PageRenderer& renderer);
void draw_details(const Node& node, PageRenderer& renderer);
void draw_division(const Node& node, PageRenderer& renderer);
void draw_figcaption(const Node& node, PageRenderer& renderer);
void draw_figure(const Node& node, PageRenderer& renderer);
void draw_image(const Node& node, PageRenderer& renderer);
void draw_italic(const Node& node, PageRenderer& renderer);
void draw_mark(const Node& node, PageRenderer& renderer);
void draw_media(const Node& node, PageRenderer& renderer);
void draw_nothing(const Node& node, PageRenderer& renderer);
void draw_paragraph(const Node& node, PageRenderer& renderer);
void draw_picture_element(const Node& node, PageRenderer& renderer);
void draw_pre(const Node& node, PageRenderer& renderer);
void draw_span(const Node& node, PageRenderer& renderer);
void draw_summary(const Node& node, PageRenderer& renderer);
void draw_table(const Node& node, PageRenderer& renderer);

}  // namespace carnet
