// The headings of one page, for the column beside it.

#pragma once

#include <string>

#include "site/site.h"

namespace carnet {

// A list of links to the headings of the second and third level, and to the methods of APIs; empty
// if there are fewer than two: nobody needs a way around on such a page.
std::string outline_html(const Page& page);

}  // namespace carnet
