// The picture above a page, as its front matter asks for it.

#pragma once

#include <string>

#include "render/page_renderer.h"

namespace carnet {

// Ready HTML; empty if the page has no cover, or only one that is nowhere.
std::string cover_html(PageRenderer& renderer);

}  // namespace carnet
