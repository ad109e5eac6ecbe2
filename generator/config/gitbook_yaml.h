// .gitbook.yaml: where the pages are, and where they were (`redirects`).

#pragma once

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// Fills `config` from the file `source`. GitBook forgives much, so a mistake is
// an `invalid-gitbook-yaml` warning, and the default applies; only a root
// outside of the book is an error (`root-outside-book`).
void read_gitbook_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                       Config& config, Diagnostics& diagnostics);

}  // namespace carnet
