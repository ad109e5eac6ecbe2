// Bodies as one would see them on the wire: the examples of a file, or made from its schemas.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/yaml_node.h"
#include "openapi/json_text.h"
#include "openapi/operation.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// A response has no writeOnly properties, a request no readOnly ones.
enum class Direction : std::uint8_t { Request, Response };

// A value that the schema allows, best first: its example, its default, its constant, the first of
// its enum; else one made of its type, format and limits, with all properties that are not
// deprecated, required or not; of oneOf and anyOf the first. A schema within itself ends with an
// empty list or map, or is left out, and beyond kMaxExampleNodes there is no more.
YamlNode example_of(const Schema& schema, Direction direction);

// XML, by the notes of the schema (OpenAPI 3.1.0, 4.8.26).
std::string to_xml(const YamlNode& value, const Schema* schema);

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

// "application/json; charset=utf-8", "application/problem+json", "text/json".
bool is_json(std::string_view media_type);
bool is_xml(std::string_view media_type);
// multipart/form-data and application/x-www-form-urlencoded.
bool is_form(std::string_view media_type);

}  // namespace carnet::openapi
