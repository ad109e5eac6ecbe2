// The methods of lists.

#pragma once

#include <span>
#include <string_view>

#include "expressions/arguments.h"
#include "expressions/value.h"

namespace carnet {

struct ListMethod {
  std::string_view name;
  ExpressionValue (*call)(const ExpressionValue::List& items, Arguments arguments);
};
std::span<const ListMethod> list_methods();

}  // namespace carnet
