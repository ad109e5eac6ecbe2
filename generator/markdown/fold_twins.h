// Blocks that GitBook wrote as HTML, because they stand in a cell of a table or in an item of a
// list:
//
//     <div data-gb-custom-block data-tag="hint" data-style="success"><p>Text</p></div>

#pragma once

#include <string_view>

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// Makes each such element the Block that `{% hint style="success" %}` would be, with the same
// checks. One of an unknown name stays an element, and is reported. To be called after fold_html.
void fold_twins(Document& document, std::string_view text, Diagnostics& diagnostics);

}  // namespace carnet
