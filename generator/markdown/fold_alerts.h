// GitHub's way to write a hint:
//
//     > [!WARNING]
//     > Back up first.

#pragma once

#include <string_view>

#include "markdown/document.h"

namespace carnet {

// Turns quotes that begin with one of GitHub's five words into hints. What follows the word on
// its line is the hint's title, as other programs have it.
// `text` is the document's source.
void fold_alerts(Document& document, std::string_view text);

}  // namespace carnet
