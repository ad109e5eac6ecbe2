// What the program tells the shell. There are no other values.

#pragma once

namespace carnet {

enum class ExitStatus {
  Success = 0,
  ProblemsFound = 1,  // In the content.
  WrongUsage = 2,     // Of the command line, carnet.yaml or a theme.
  MachineFailed = 3,  // Disk full, no permission.
};

}  // namespace carnet
