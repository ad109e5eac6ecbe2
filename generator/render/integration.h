// Blocks of other services, `{% @figma/embed url="..." %}`.

#pragma once

#include "render/page_renderer.h"

namespace carnet {

// Appends the block: what it links to in place or as a card, the code or the diagram that it
// holds, or else its name and all that it was given.
void draw_integration(const Node& block, PageRenderer& renderer);

}  // namespace carnet
