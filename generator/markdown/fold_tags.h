// Opening and closing tags -> blocks of the tree.

#pragma once

#include <string_view>

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// Replaces every Tag node by a Block that holds what stands between it and its
// closing tag; checks names and attributes. A tag that makes no sense is
// reported, and what stands around it stays. Afterwards no Tag is left.
//
// `text` is the source of the document.
void fold_tags(Document& document, std::string_view text, Diagnostics& diagnostics);

}  // namespace carnet
