// Code as its template sees it.

#pragma once

#include "base/value.h"
#include "markdown/node.h"

namespace carnet {

// The view of "blocks/code" for fenced code; `block` is the `{% code %}` around it, or
// nullptr.
Value code_view(const Node& code, const Node* block);

}  // namespace carnet
