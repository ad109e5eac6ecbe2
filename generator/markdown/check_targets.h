// What was meant to be a link.

#pragma once

#include <string_view>

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// Reports `[words](my page.md)`: with a space in its target it is text. `text` is the source of
// the document. Costs a look for `](`, and one at the tree if such a target is in the source.
void check_targets(const Document& document, std::string_view text, Diagnostics& diagnostics);

}  // namespace carnet
