// Text on its way into HTML.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// Appends `text` with & < > " escaped: safe between tags and between double
// quotes.
void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

}  // namespace carnet
