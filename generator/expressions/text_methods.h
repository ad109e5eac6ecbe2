// The methods of texts. Positions count characters.

#pragma once

#include <span>
#include <string>
#include <string_view>

#include "expressions/arguments.h"
#include "expressions/value.h"

namespace carnet {

struct TextMethod {
  std::string_view name;
  ExpressionValue (*call)(const std::string& text, Arguments arguments);
};
std::span<const TextMethod> text_methods();

// Undefined if there is none at that place, or the index is no whole number.
ExpressionValue character_at(const std::string& text, double index);

}  // namespace carnet
