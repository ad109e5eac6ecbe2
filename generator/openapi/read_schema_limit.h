// What bounds the values of a schema.

#pragma once

#include "base/yaml_node.h"
#include "openapi/report.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// Sets what one key of a Schema Object says, in whichever order they come: `minimum`, `maxLength`,
// `pattern`, `uniqueItems` and so on. What should be a number and is none is reported, and no
// limit.
void read_schema_limit(const YamlEntry& entry, SchemaLimits& limits, Report& report);

}  // namespace carnet::openapi
