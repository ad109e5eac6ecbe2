// Values made from schemas.

#pragma once

#include <cstdint>
#include <optional>

#include "base/yaml_node.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// A response has no writeOnly properties, a request no readOnly ones.
enum class Direction : std::uint8_t { Request, Response };

// A value that the schema allows, best first: its example, its default, its constant, the first of
// its enum; else one made of its type, format and limits, with all properties that are not
// deprecated, required or not; of oneOf and anyOf the first. A schema within itself ends with an
// empty list or map, or is left out, and beyond kMaxExampleNodes there is no more.
YamlNode example_of(const Schema& schema, Direction direction);

// The same; nothing where a schema allows no value that has an end.
std::optional<YamlNode> make_example(const Schema& schema, Direction direction);

}  // namespace carnet::openapi
