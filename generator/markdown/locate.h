// The exact place of an inline, for people.
//
// cmark-gfm gives the right line for each inline, but not always the right
// column: not on indented continuation lines, behind `\|` in a table, or for
// links over several lines. So a message looks the place up in the text.

#pragma once

#include <string_view>

#include "base/source.h"
#include "markdown/document.h"

namespace carnet {

// Where `link` stands, from its opening bracket or the beginning of its
// attribute to its end. `text` is the source that the link comes from. Costs a look at one line;
// for messages only.
Span locate_link(const Document& document, std::string_view text, const Link& link);

}  // namespace carnet
