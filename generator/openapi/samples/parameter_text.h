// A parameter as it stands in a request.

#pragma once

#include <string>
#include <string_view>

#include "base/yaml_node.h"
#include "openapi/operation.h"
#include "openapi/specification.h"

namespace carnet::openapi {

// What a person would write for it: made-up texts say nothing, so the name stands for them.
YamlNode parameter_value(const Parameter& parameter);

// `value` in the style of the parameter: OpenAPI 3.1.0, 4.8.12.3. In a path all that stands in the
// place of `{name}`, in a query "name=value&name=value", encoded; nothing for an empty object.
std::string path_text(const Parameter& parameter, const YamlNode& value);
std::string query_text(const Parameter& parameter, const YamlNode& value);
// Of a header or a cookie, on one line.
std::string plain_text(const Parameter& parameter, const YamlNode& value);
// A list that is one value of a form, not encoded: "1|2".
std::string joined_text(std::string_view style, const YamlNode& value);

// How a list or an object is written, for readers: "ids=1|2|3". Empty for all else, and where it is
// as in most APIs: `ids=1&ids=2` in a query (of Swagger 2.0, `ids=1,2`), `1,2` elsewhere.
std::string written_form(const Parameter& parameter, Version version);

// Without what would end a line of a header, or begin one.
std::string on_one_line(std::string text);

}  // namespace carnet::openapi
