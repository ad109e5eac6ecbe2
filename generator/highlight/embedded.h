// What is built into the program.

#pragma once

#include <string_view>

namespace carnet {

// Written by assets/build/grammars.mjs, which says what is in it.
std::string_view embedded_grammars();

}  // namespace carnet
