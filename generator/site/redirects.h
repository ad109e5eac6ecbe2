// Old addresses: `redirects` of the configuration, `redirect_from` and `permalink` of pages, and
// those that pages have on GitBook.

#pragma once

#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Fills site.redirects from site.config, the pages' front matter, and the addresses that the pages
// of spaces have on GitBook; what is there, and what an author wrote, goes before these. Follows
// chains; reports what leads nowhere (`broken-redirect`) or stands where a page
// is (`shadowed-redirect`). Requires the pages, their permalinks and the index.
void build_redirects(Site& site, Diagnostics& diagnostics);

}  // namespace carnet
