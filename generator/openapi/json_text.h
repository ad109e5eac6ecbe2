// Values of a YAML or JSON file as text.

#pragma once

#include <string>
#include <string_view>

#include "base/yaml_node.h"

namespace carnet::openapi {

// JSON with two spaces for each level and no line end behind it. Plain scalars of YAML become
// numbers, `true`, `false` and `null`; all other ones texts.
std::string to_json(const YamlNode& value);
// On one line: for defaults and enums. A text is shown between quotes.
std::string to_json_line(const YamlNode& value);
// A text as it is, everything else as to_json_line.
std::string to_plain_text(const YamlNode& value);

// A text as JSON, with its quotes.
std::string quote_json(std::string_view text);

// True for a scalar that JSON writes without quotes.
bool is_json_word(const YamlNode& value);

}  // namespace carnet::openapi
