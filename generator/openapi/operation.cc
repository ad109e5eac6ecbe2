#include "openapi/operation.h"

#include <cstddef>

namespace carnet::openapi {

std::string_view name_of(ParameterPlace place) {
  constexpr std::string_view kNames[] = {"path", "query", "header", "cookie"};
  return kNames[static_cast<std::size_t>(place)];
}

std::vector<const Parameter*> Operation::parameters_in(ParameterPlace place) const {
  std::vector<const Parameter*> found;
  for (const Parameter& parameter : parameters) {
    if (parameter.place == place) found.push_back(&parameter);
  }
  return found;
}

}  // namespace carnet::openapi
