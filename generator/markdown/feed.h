// Hands a text to cmark-gfm, stopping at the lines that may be block tags.

#pragma once

#include <cstdint>

#include "markdown/tag_extension.h"

struct cmark_parser;

namespace carnet {

// Feeds parse.text from `begin` on, noting in parse.lines where each line comes
// from. A line that begins with a tag is cut behind it, one that ends with the
// closing tag of an open block before it; the rest becomes a line of its own.
void feed_with_tags(cmark_parser& parser, TagParse& parse, std::uint32_t begin);

// Feeds all of parse.text from `begin` on as it is.
void feed_plain(cmark_parser& parser, TagParse& parse, std::uint32_t begin);

}  // namespace carnet
