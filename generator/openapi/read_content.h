// Bodies by media type, and what Parameter Objects have in common with them.

#pragma once

#include <vector>

#include "base/yaml_node.h"
#include "openapi/fields.h"
#include "openapi/operation.h"
#include "openapi/reading.h"

namespace carnet::openapi {

// `content`: its media types in the order of the file, without hidden ones.
std::vector<MediaType> read_content(const YamlNode& content, Reading& reading);

// `example`, then `examples`, of the object `node` whose fields are `fields`.
std::vector<Example> read_examples(const Fields& fields, const YamlNode& node, Reading& reading);

// `schema`. Null if there is none, if it is hidden, or if it is something else: that is reported.
const Schema* schema_of(const Fields& fields, Reading& reading);

}  // namespace carnet::openapi
