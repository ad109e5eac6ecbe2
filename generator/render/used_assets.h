// Which files of the book go into the site.

#pragma once

#include <cstdint>
#include <vector>

#include "site/frame.h"
#include "site/resolve_links.h"
#include "site/site.h"

namespace carnet {

// Numbers of Site::assets, ascending: those that a page or what is around it shows or links to,
// those that a redirect leads to and the theme needs, or all (`assets: all`).
std::vector<std::uint32_t> used_assets(const Site& site, const std::vector<PageLinks>& links,
                                       const std::vector<BookFrame>& frames);

}  // namespace carnet
