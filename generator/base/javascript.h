// Texts in scripts that are made with the site.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// A JSON string that may stand in a script.
std::string quote_javascript(std::string_view text);

}  // namespace carnet
