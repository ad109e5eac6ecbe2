// Text among blocks.

#pragma once

#include "markdown/document.h"

namespace carnet {

// Gives the text and the inline elements among the children of `list` paragraphs of their own;
// white space between blocks goes. Those up to `done` have it already.
void wrap_inlines(Document& document, Node& list, Node* done = nullptr);

}  // namespace carnet
