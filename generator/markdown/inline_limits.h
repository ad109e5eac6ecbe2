// Paragraphs that would cost cmark-gfm time or memory out of all proportion.
//
// Its inline parser is quadratic in `![[]()`, `<?`, `<!A` and `<![CDATA[`, and
// copies the destination of a reference into each link. The blocks of a text are
// parsed before its inlines, so there is a moment to say which paragraphs are to
// stay plain text.

#pragma once

#include "markdown/tag_extension.h"

struct cmark_node;
struct cmark_parser;

namespace carnet {

// To be called when the whole text was fed. Reports (`limit-reached`) the first
// paragraph that stays as it is; nearly always there is none.
void limit_inlines(cmark_parser& parser, TagParse& parse);

// True if the node's inlines were not parsed: its text is its content.
bool is_left_plain(const cmark_node& node);

}  // namespace carnet
