// What readers learn of a page's history: when it changed, and by whom.

#pragma once

#include "base/value.h"
#include "render/page_context.h"

namespace carnet {

// Sets `updated` and `contributors` of the page's view. Nothing of a page that
// git does not know, or whose author does not want it (`layout.metadata`).
//
// A page that includes others is as new as the newest of them.
void set_history(Value& view, const PageContext& context);

}  // namespace carnet
