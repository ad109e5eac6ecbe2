// A fast reader for the plainest YAML there is, which is what nearly all pages
// have at their top:
//
//     description: >-
//       Some text, folded into
//       one line.
//     hidden: true
//
// It gives the very tree that parse_yaml gives, or nothing as soon as it meets
// anything it is not sure of. The tests compare the two.

#pragma once

#include <optional>
#include <string_view>

#include "base/source.h"
#include "base/yaml_node.h"

namespace carnet {

// Requires valid UTF-8, and where.end - where.begin == text.size().
std::optional<YamlNode> parse_plain_yaml(std::string_view text, Span where);

}  // namespace carnet
