// The same page in another book of the site.

#pragma once

#include "site/site.h"

namespace carnet {

// The page of `other` that stands where `page` stands in its own book: at the same path, or both
// are start pages; else the page that has this address in `other` now, on GitBook or by one of its
// redirects. Null if there is none.
const Page* find_counterpart(const Site& site, const Page& page, const Book& other);

}  // namespace carnet
