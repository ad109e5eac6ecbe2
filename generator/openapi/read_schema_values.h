// Which values a schema has: types, lists of them, examples.

#pragma once

#include "base/yaml_node.h"
#include "openapi/report.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// `type`: one or a list. Unknown ones are reported, and kept.
void read_types(const YamlNode& value, Schema& schema, Report& report);

// `enum`. The values replace those that the schema has.
void read_enum(const YamlNode& value, Schema& schema, Report& report);

// `x-enumDescriptions`: a list in the order of `enum`, or a map by its values. The enum is read.
void read_enum_descriptions(const YamlNode& value, Schema& schema);

// `examples`: appended, whether they are a list, one value or a map of names.
void read_examples(const YamlNode& value, Schema& schema);

}  // namespace carnet::openapi
