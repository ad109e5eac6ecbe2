// Nodes that are nothing but room between others.
//
// Who wants to know whether a reader sees anything asks shows_nothing() or says_nothing() of
// render/elements/parts.h.

#pragma once

#include "markdown/node.h"

namespace carnet {

// The end of a line in the source, or a text of white space: what stands between two nodes that an
// author wrote one below the other.
bool is_blank(const Node& node);

// A new line, whether its author asked for one or not: the end of a line in the source, a backslash
// before it, `<br>`.
bool is_break(const Node& node);

bool is_blank_or_break(const Node& node);

}  // namespace carnet
