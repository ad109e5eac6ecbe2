// Old addresses: `redirects` of the configuration, `redirect_from` and
// `permalink` of pages.

#pragma once

#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Fills site.redirects from site.config and the pages' front matter. Follows
// chains; reports what leads nowhere (`broken-redirect`) or stands where a page
// is (`shadowed-redirect`). Requires the pages, their permalinks and the index.
void build_redirects(Site& site, Diagnostics& diagnostics);

}  // namespace carnet
