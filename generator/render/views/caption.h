// The words below a block: a file, an embed.

#pragma once

#include <string>

#include "render/page_renderer.h"

namespace carnet {

// Ready HTML of what stands between the tags or, in older books, in the attribute
// `caption`; empty if there is neither.
std::string caption_of(const Node& block, PageRenderer& renderer);

}  // namespace carnet
