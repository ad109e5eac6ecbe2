// JSON of machines: strict, fast, and with the place of each value. What people write by hand, with
// comments and the like, is better explained by the reader of YAML (yaml.h), which is the door to
// both.

#pragma once

#include <optional>
#include <string_view>

#include "base/source.h"
#include "base/yaml.h"

namespace carnet {

// Nothing if `text` is no JSON (RFC 8259). Texts are Quoted, everything else Plain; `null` is Null.
// Doubled keys are problems, and so is what goes beyond a limit: then the document is broken, and
// holds what was read before. Requires what parse_yaml requires.
std::optional<YamlDocument> parse_json(std::string_view text, Span where, const YamlLimits& limits);

// A number as JSON writes it: `-1.5e3`, but not `+1`, `01` or `.5`.
bool is_json_number(std::string_view text);

}  // namespace carnet
