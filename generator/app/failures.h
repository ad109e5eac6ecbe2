// What a command says when the machine fails it.

#pragma once

#include "app/exit_status.h"
#include "app/terminal.h"
#include "base/result.h"

namespace carnet {

ExitStatus fail(const Terminal& terminal, const IoError& error);

// A book that is not there is a slip of the hand, not a failure of the machine.
ExitStatus fail_to_read(const Terminal& terminal, const IoError& error);

}  // namespace carnet
