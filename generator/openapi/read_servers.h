// Where an API is: Server Objects.

#pragma once

#include <vector>

#include "base/yaml_node.h"
#include "openapi/reading.h"
#include "openapi/server.h"

namespace carnet::openapi {

// In the order of the file, without hidden ones. Variables that have a default are filled in; a
// server without an address is reported and left out.
std::vector<Server> read_servers(const YamlNode& list, Reading& reading);

}  // namespace carnet::openapi
