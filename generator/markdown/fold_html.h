// Raw HTML between and inside the Markdown -> elements of the tree.

#pragma once

#include <string_view>

#include "diag/diagnostics.h"
#include "html/policy.h"
#include "markdown/document.h"

namespace carnet {

// Replaces every RawHtml node by Elements and Texts, in which the Markdown that
// stood between the tags lies: `<details>`, paragraphs, `</details>` becomes one
// element with the paragraphs in it. HTML headings become Headings. A paragraph
// in which a block stands is cut in two around it.
//
// `text` is the source of the document. Afterwards no RawHtml is left, except
// for scripts and styles of a trusted book.
void fold_html(Document& document, std::string_view text, HtmlPolicy policy,
               Diagnostics& diagnostics);

}  // namespace carnet
