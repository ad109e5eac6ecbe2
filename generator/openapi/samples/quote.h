// Texts as JavaScript and Python write them.

#pragma once

#include <string>
#include <string_view>

namespace carnet::openapi {

// Between single quotes, on one line, with the escapes that both languages have.
std::string quote(std::string_view text);

}  // namespace carnet::openapi
