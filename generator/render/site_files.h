// The files of a site that are neither pages of the book nor copied from it.

#pragma once

#include <vector>

#include "base/output_file.h"
#include "render/shell.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// For each book the page of all its pages and its script, the page of all search results, and a
// start page if it has none; what the search is opened with; redirects, `sitemap.xml` if the site
// has an address; `404.html`, `_redirects` and `.nojekyll` for hosts that ask for them. Element i
// of `shells` is that of site.books[i].
std::vector<OutputFile> site_files(const Site& site, const Theme& theme,
                                   const std::vector<Shell>& shells);

}  // namespace carnet
