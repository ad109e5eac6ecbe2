// docs.yaml: one site of several spaces, in sections and groups of them.

#pragma once

#include "base/source.h"
#include "base/source_tree.h"
#include "config/site_structure.h"
#include "diag/diagnostics.h"

namespace carnet {

// What the file `source` at the top of `tree` says. A mistake is an `invalid-docs-yaml` warning at
// its place, and what is right is kept: a space whose folder is not there is one that is elsewhere.
// Without any space in this tree the result is empty but for its title, and that is reported, too.
SiteStructure read_docs_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                             Diagnostics& diagnostics);

}  // namespace carnet
