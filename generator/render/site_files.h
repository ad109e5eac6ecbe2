// The files of a site that are neither pages of the book nor copied from it.

#pragma once

#include <vector>

#include "base/output_file.h"
#include "render/navigation.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// The page of all pages and its script, redirects, `404.html`, a start page for
// a book without one, `sitemap.xml` if the book has an address, `_redirects`
// and `.nojekyll` for hosts that ask for them.
std::vector<OutputFile> site_files(const Site& site, const Theme& theme,
                                   const Navigation& navigation);

}  // namespace carnet
