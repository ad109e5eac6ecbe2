// Text among blocks.

#pragma once

#include "markdown/document.h"

namespace carnet {

// Gives the text and the inline elements among the children of `list` paragraphs of their own;
// white space between blocks goes.
void wrap_inlines(Document& document, Node& list);

}  // namespace carnet
