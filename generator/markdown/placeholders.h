// `{{ book.version }}`: what old books, of GitBook 3 and HonKit, put into their
// pages.
//
// Only names are known, with a filter or two behind them; these books could run
// any template. What is not understood stays on the page as it was written.

#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// What names stand for: "book.version". `page.title` is the first heading above.
using PlaceholderNames = std::map<std::string, std::string, std::less<>>;

// Fills the placeholders in the words, the code, the link targets and the
// attributes of a document, whose source is `text`. One that names nothing, or is
// more than a name and filters, is an `unknown-placeholder` warning and stays; so do,
// without a word, those behind a backslash and those in `{% raw %}`.
//
// To be called before the document is indexed. Costs next to nothing where there
// are none.
void fill_placeholders(Document& document, std::string_view text, const PlaceholderNames& names,
                       Diagnostics& diagnostics);

}  // namespace carnet
