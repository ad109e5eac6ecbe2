// Scalars for examples: the simplest ones that a schema allows.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/yaml_node.h"
#include "openapi/schema.h"

namespace carnet::openapi {

// As a file would say them: a text between quotes, and a word such as `true` or a number.
YamlNode make_text(std::string text);
YamlNode make_word(std::string word);

// Of a limit such as `minLength`; `otherwise` where none is given, or none that makes sense.
std::size_t size_in_limit(std::string_view limit, std::size_t otherwise);

// 1 where that is allowed, or else the number that is next to a limit.
YamlNode integer_within(const SchemaLimits& limits);
YamlNode number_within(const SchemaLimits& limits);

// A text of the format, or else one of the length that is asked for.
YamlNode text_within(const Schema& schema);

}  // namespace carnet::openapi
