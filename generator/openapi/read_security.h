// What lets one call an operation: Security Requirement Objects.

#pragma once

#include <vector>

#include "base/yaml_node.h"
#include "openapi/reading.h"
#include "openapi/security.h"

namespace carnet::openapi {

// Each is enough. A scheme that nobody described is reported and left out, and an alternative of
// nothing but such schemes too. The `security_schemes` of `reading` are filled already.
std::vector<SecurityAlternative> read_security(const YamlNode& list, Reading& reading);

}  // namespace carnet::openapi
