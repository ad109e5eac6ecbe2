// The language of a piece of code, as its author named it.

#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostics.h"
#include "markdown/document.h"

namespace carnet {

// For a CodeBlock, the first word behind its fence; for a `<pre>`, what follows `language-` or
// `lang-` in the class of it or of the `<code>` in it. In lower case. May be empty.
std::string code_language(const Node& code);

// Reports languages that nobody knows. Requires an indexed document; `text` is its source.
void check_languages(const Document& document, std::string_view text, Diagnostics& diagnostics);

}  // namespace carnet
