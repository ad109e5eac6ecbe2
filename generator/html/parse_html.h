// Raw HTML in Markdown, made safe.
//
// It arrives in pieces with Markdown between them: `<details>`, a blank line, some
// paragraphs, `</details>`. All children of one container are therefore read as one
// stream of HTML in which each other node is a *slot*. The stream becomes a tree of
// known elements in which the slots stand where they stood.

#pragma once

#include <span>

#include "base/source.h"
#include "diag/diagnostics.h"
#include "html/fragment.h"
#include "html/piece.h"
#include "html/policy.h"

namespace carnet {

enum class HtmlContext {
  Block,   // The pieces stand where paragraphs stand.
  Inline,  // They are the content of one. Blocks among them have HtmlNode::is_block.
};

// Cannot fail, takes linear time and loses nothing: every text and every slot of
// `pieces` is in the result once, in the same order. Exceptions are what `<script>` and
// its like enclose, comments, and white space (slots of it, too) between rows of tables.
//
// HtmlPolicy::Safe: only what HTML knows and what cannot run code is left. Names that
// HTML does not know are text. Blocks stand only where HTML allows them: a `p` that
// encloses one is a `div`, a `b` is gone. HtmlPolicy::Trusted: all elements and
// attributes stay, but the tree is repaired alike.
//
// `pieces` and what they refer to must outlive the result. Everything that was left
// out, could not be closed or was taken for text is reported.
HtmlFragment parse_html(std::span<const HtmlPiece> pieces, HtmlContext context, HtmlPolicy policy,
                        SourceId source, Diagnostics& diagnostics);

}  // namespace carnet
