// Style sheets on their way to readers: without comments, and without white space and zeros that
// mean nothing.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// Appends `css` to `out`, meaning the same. Strings are left alone; white space
// goes only where it never counts, so that no knowledge of properties is needed.
void append_compact_css(std::string& out, std::string_view css);

}  // namespace carnet
