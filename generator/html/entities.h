// Character references: `&eacute;`, `&#233;`, `&#xE9;`.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

enum class EntityPlace {
  Text,
  AttributeValue,  // `?a=1&copy=2` is no reference there: it lacks its semicolon.
};

// `text` with its references replaced, once, as browsers do. What is not a
// reference stays as it is. NUL, which no page may hold, becomes U+FFFD.
std::string decode_entities(std::string_view text, EntityPlace place);

// Whether decode_entities would change nothing, because there is nothing to decode.
bool has_entities(std::string_view text);

}  // namespace carnet
