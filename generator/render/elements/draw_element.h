// Which function draws which element of raw HTML.

#pragma once

#include "render/page_renderer.h"

namespace carnet {

// Appends an Element with all that is in it.
void draw_element(const Node& node, PageRenderer& renderer);

}  // namespace carnet
