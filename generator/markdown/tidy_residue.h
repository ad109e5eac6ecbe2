// What GitBook's editor leaves behind in a text, and no reader should see.

#pragma once

#include <string_view>

#include "markdown/document.h"

namespace carnet {

// Takes away what CommonMark would print but nobody meant:
//
// * a backslash alone on a line, which is GitBook's empty line;
// * line breaks and spaces (`&#x20;`) at the edges of paragraphs, headings, cells and items;
// * emphasis on nothing: `****`, `** **`;
// * paragraphs that say nothing, and byte order marks in the middle of the text.
//
// `text` is the document's source.
void tidy_residue(Document& document, std::string_view text);

}  // namespace carnet
