// .gitbook/tags.yaml: what the tags of pages and updates are called and look like.

#pragma once

#include "base/source.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// Fills `config.tags` from the file `source`, a list of maps with `tag` and perhaps
// `label`, `icon` and `color`. A mistake is an `invalid-tags` warning at its place; what
// can be understood of a tag is kept.
void read_tags_yaml(SourceId source, const Sources& sources, Config& config,
                    Diagnostics& diagnostics);

}  // namespace carnet
