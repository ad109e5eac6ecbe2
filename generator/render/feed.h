// The news of a page, for programs that look for them: an Atom feed (RFC 4287).

#pragma once

#include <string>

#include "render/page_context.h"

namespace carnet {

// The feed of a page that has one (Page::feed_permalink): its updates, the newest first.
// Its times are those that the author wrote, so that the same book gives the same bytes.
std::string feed_xml(const PageContext& context);

}  // namespace carnet
