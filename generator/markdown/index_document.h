// Finds in a finished tree what the rest of the site asks a document for.

#pragma once

#include "markdown/document.h"

namespace carnet {

// Fills `codes`, `headings`, `anchors` and `links`, and numbers the nodes that they
// come from. To be called again if the tree has changed.
void index_document(Document& document);

}  // namespace carnet
