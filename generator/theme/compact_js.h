// Scripts on their way to readers: without comments, and without white space that means nothing.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// Appends `script` to `out`, meaning the same: comments of the kind `//` are left out, and white
// space at the beginning of a line and around signs; lines are joined where none ends a statement
// by itself. Lines that are part of a template literal or of a `/* */` stay as they are, and so
// does a whole script that is not understood.
void append_compact_js(std::string& out, std::string_view script);

}  // namespace carnet
