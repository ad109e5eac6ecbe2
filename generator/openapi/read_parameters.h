// Parameter Objects and Header Objects.

#pragma once

#include <string>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// Appends the parameters `nodes` to those of `operation`; of two with the same place and name the
// later one counts, at the place of the earlier one. Hidden ones, and ones without a name, are left
// out. What Swagger 2.0 has among the parameters becomes the request body; `node` is the operation
// in the file, which says of which types that may be.
void read_parameters(const std::vector<const YamlNode*>& nodes, Operation& operation,
                     const YamlNode& node, Reading& reading);

// A header of a response. Where its `$ref` leads nowhere, there is only its name.
Parameter read_header(const std::string& name, const YamlNode& node, Reading& reading);

}  // namespace carnet::openapi
