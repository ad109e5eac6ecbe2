// What the drawers of elements ask of a node.

#pragma once

#include <string_view>

#include "markdown/node.h"

namespace carnet {

bool has_class(const Node& node, std::string_view wanted);

// The first child that is this element, or nullptr.
const Node* find_child(const Node& node, std::string_view name);

// The only child that is more than white space and breaks, or nullptr.
const Node* only_child(const Node& node);

// True if there are no words inside, and no pictures with words: nothing to read aloud.
bool says_nothing(const Node& node);

// True if a reader sees nothing of what is inside: no words, no picture, no block. An icon or a
// picture without words says nothing, and yet shows something.
bool shows_nothing(const Node& node);

}  // namespace carnet
