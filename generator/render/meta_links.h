// Other addresses of a page, for search engines.

#pragma once

#include <string>

#include "render/page_context.h"

namespace carnet {

// Where the page belongs on the web: what its author says, else its own address. Empty if the
// book has no `url` and the author names no address on the web.
std::string canonical_url(const PageContext& context);

// `<link rel="alternate">` for each page or address that the author names.
std::string alternates_html(const PageContext& context);

}  // namespace carnet
