// What a page tells programs that show a link to it: Open Graph (https://ogp.me) and the
// cards of Twitter.

#pragma once

#include "base/value.h"
#include "render/page_context.h"

namespace carnet {

// Sets `social`: the kind of the page, its language and its picture, which is its cover, else
// the first picture of its own that is large enough, else the logo of the book. Pictures need
// the address of the site.
void set_social(Value& view, const PageContext& context);

}  // namespace carnet
