// Names of files that do not work on every system.

#pragma once

#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Reports (`unportable-name`) names that Windows cannot store and names that
// differ only in letter case, which Windows and macOS take for the same.
void check_portable_names(const Site& site, Diagnostics& diagnostics);

}  // namespace carnet
