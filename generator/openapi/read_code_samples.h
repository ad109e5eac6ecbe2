// Code of the author that calls an operation.

#pragma once

#include <vector>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// `x-codeSamples` and `x-code-samples` of an operation, without empty ones.
std::vector<CodeSample> read_code_samples(const YamlNode& operation, Reading& reading);

}  // namespace carnet::openapi
