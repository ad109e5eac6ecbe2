// The specifications of APIs that pages name.

#pragma once

#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// GitBook knows specifications by a name that they were registered by on its servers.
// Reports each of them where it is named first (`unresolved-spec`).
void check_specs(const Site& site, Diagnostics& diagnostics);

}  // namespace carnet
