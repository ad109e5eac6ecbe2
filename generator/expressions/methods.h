// What the methods and properties of texts, lists and numbers compute.
//
// Names, arguments and results are JavaScript's. Positions count characters (code
// points), as people do. None changes the value that it is called on.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "expressions/value.h"

namespace carnet {

// Nothing if a value of this kind has no such method.
std::optional<ExpressionValue> call_method(const ExpressionValue& receiver, std::string_view name,
                                           std::span<const ExpressionValue> arguments);

// The methods that a value of this kind has, for suggestions.
std::vector<std::string_view> methods_of(const ExpressionValue& receiver);

// `value[index]` and `value.length` of texts and lists; undefined if there is
// nothing at that place.
ExpressionValue element_at(const ExpressionValue& value, double index);
ExpressionValue length_of(const ExpressionValue& value);

}  // namespace carnet
