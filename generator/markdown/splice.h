// Copies the tree of one document into another.

#pragma once

#include <cstddef>
#include <cstdint>

#include "markdown/document.h"

namespace carnet {

// Puts a copy of what `from` holds before `place`, a node of `to`, and takes
// `place` out. `origin` is the number that `to` gave to the text of `from`.
//
// The copies refer to texts of `from`, which must outlive `to`. Footnotes come
// along; their numbers are right again after renumber_footnotes. The first copy,
// or nullptr if `from` is empty; the last one is the node before what followed
// `place`.
Node* splice(const Document& from, Document& to, std::uint16_t origin, Node& place);

// Numbers the footnotes in the order in which they are called, and leaves out
// those that are not.
void renumber_footnotes(Document& document);

// How large a tree is: all nodes below `node`, and the levels that they make.
struct TreeSize {
  std::size_t nodes = 0;
  std::size_t levels = 0;
};
TreeSize measure_tree(const Node& node);

}  // namespace carnet
