// Bodies as one would see them on the wire: the examples of a file, or made from its schemas.

#pragma once

#include <string>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/schema_example.h"

namespace carnet::openapi {

// A body ready to be shown.
struct BodyExample {
  std::string name{};  // "" if the file gives it no name, or for one that was made.
  std::string summary{};
  std::string description{};   // Markdown.
  std::string text{};          // Its code, without a line end behind it.
  std::string language{};      // Of the code: "json", "xml", "yaml", "" for plain text.
  std::string external_url{};  // Where it is, if it is elsewhere: then `text` is empty.
};

// Those of the file in its order, or else one made from the schema; none where nothing is known
// (no schema, or a file to be sent as it is).
std::vector<BodyExample> examples_of(const MediaType& media_type, Direction direction);

// The value that `examples_of` would show first.
YamlNode example_value(const MediaType& media_type, Direction direction);
// The same for a parameter: of its own examples, its content, or its schema.
YamlNode example_value(const Parameter& parameter);

}  // namespace carnet::openapi
