// argv -> the command and its options.

#pragma once

#include "app/exit_status.h"
#include "app/terminal.h"

namespace carnet {

// Runs the program. Never throws.
ExitStatus run(int argc, const char* const* argv, const char* version);

}  // namespace carnet
