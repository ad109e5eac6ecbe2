// What GitBook's editor leaves behind in a text, and no reader should see.

#pragma once

#include "markdown/document.h"

namespace carnet {

// Takes away what CommonMark would print but nobody meant: a backslash alone on
// the last line of a paragraph, which is GitBook's empty line.
void tidy_residue(Document& document);

}  // namespace carnet
