// Icons and emoji in a text.
//
//     ## <i class="fa-house">:house:</i> At home :tada:
//
// Titles, the outline and the search read the tree as well, so it is the tree that says
// what is shown.

#pragma once

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// Turns names of emoji into emoji, except in code and in addresses, and takes away the
// words that stand in icons for readers without pictures. Reports icons that there are not.
void read_symbols(Document& document, Diagnostics& diagnostics);

}  // namespace carnet
