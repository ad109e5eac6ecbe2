// Values of a YAML or JSON file as XML.

#pragma once

#include <string>

#include "base/yaml_node.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// By the notes of the schema (OpenAPI 3.1.0, 4.8.26), if there is one.
std::string to_xml(const YamlNode& value, const Schema* schema);

}  // namespace carnet::openapi
