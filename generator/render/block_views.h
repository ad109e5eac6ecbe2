// What the template of a block gets to see.

#pragma once

#include "base/value.h"
#include "markdown/node.h"
#include "render/page_renderer.h"

namespace carnet {

// The view of a Block for its template. Every block has its texts and flags
// under their own names, what its link leads to, and its content as `body`; some
// have more.
Value block_view(const Node& block, PageRenderer& renderer);

}  // namespace carnet
