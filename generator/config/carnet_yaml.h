// carnet.yaml: what a book says to carnet alone.

#pragma once

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

// Whose settings a carnet.yaml holds: some are a matter of the whole site.
enum class CarnetYamlOf { Site, Book };

// Fills `config` from the file `source`. Nothing is ever ignored: an unknown
// key, a wrong type, a path that leaves the book or names no file are
// `invalid-config` errors at their place.
void read_carnet_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                      CarnetYamlOf of, Config& config, Diagnostics& diagnostics);

}  // namespace carnet
