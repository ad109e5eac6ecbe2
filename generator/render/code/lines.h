// Lines of code as elements, so that they can be numbered and marked.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/code/marks.h"

namespace carnet {

// `html` with each of its lines in a `<span class="line">`, which says how the line is marked. An
// element that goes on in the next line is closed and opened again. What is missing in `marks` is
// not marked. As it was if that would multiply it.
//
// Requires HTML of ours: well-formed, with `<` and `>` escaped in texts and attributes.
std::string in_lines(std::string_view html, const std::vector<LineMark>& marks);

}  // namespace carnet
