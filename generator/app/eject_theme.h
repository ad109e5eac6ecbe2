// `carnet theme eject`: the files of a book's theme, copied into the book to be changed.

#pragma once

#include "app/exit_status.h"
#include "app/options.h"
#include "app/terminal.h"

namespace carnet {

class FileSystem;

// Copies the theme that the book has chosen into its folder `theme/`, or of it
// what `options.only` names. A file that is there stays as it is, and is named.
ExitStatus eject_theme(const Options& options, FileSystem& files, const Terminal& terminal);

}  // namespace carnet
