// Whether a path and the parameters that are described for it name the same.

#pragma once

#include <span>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// `path` is an entry of `paths`, and `operations` are those that were read of it. A name in braces
// that no parameter describes is a mistake at the path, once for all operations, and becomes a
// parameter of each; a parameter in the path that the path does not name is one at the parameter.
void match_path_parameters(const YamlEntry& path, std::span<Operation> operations,
                           Reading& reading);

}  // namespace carnet::openapi
