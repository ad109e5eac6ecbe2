// `carnet build`: from a book to a site on the disk.

#pragma once

#include "app/exit_status.h"
#include "app/options.h"
#include "app/terminal.h"

namespace carnet {

class FileSystem;

ExitStatus build(const Options& options, FileSystem& files, const Terminal& terminal);

}  // namespace carnet
