// Response Objects.

#pragma once

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// The response below the status `entry.key`. `operation`, which it belongs to, says of which types
// its bodies are in Swagger 2.0. Where its `$ref` leads nowhere, there is only its status.
Response read_response(const YamlEntry& entry, const YamlNode& operation, Reading& reading);

}  // namespace carnet::openapi
