// Copies cmark-gfm's tree into a Document's.

#pragma once

#include "markdown/document.h"
#include "markdown/tag_extension.h"

struct cmark_node;

namespace carnet {

// Makes a node of ours for each one below `root`, with its place in the source;
// deeper levels than kMaxTreeDepth become siblings, which is reported. `parse`
// is what the tree was parsed with.
void convert_tree(cmark_node& root, const TagParse& parse, Document& document);

}  // namespace carnet
