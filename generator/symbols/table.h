// Sorted lines `key <tab> value`: what is built into the program and looked up by name.

#pragma once

#include <string_view>

namespace carnet {

// The value of the line that begins with `key`, or "". Requires that the lines of `table` are
// sorted by key, bytewise, and that each ends with `\n`. Logarithmic time.
std::string_view find_line(std::string_view table, std::string_view key);

}  // namespace carnet
