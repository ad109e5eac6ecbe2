#include "openapi/schema.h"

#include <algorithm>

namespace carnet::openapi {

bool Schema::has_type(std::string_view type) const {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_any(const Schema& schema) {
  return schema.types.empty() && !schema.is_never && schema.constant == nullptr &&
         schema.enumeration.empty() && schema.properties.empty() &&
         schema.pattern_properties.empty() && schema.other_required.empty() &&
         schema.items == nullptr && schema.prefix_items.empty() && schema.all_of.empty() &&
         schema.one_of.empty() && schema.any_of.empty() && schema.not_schema == nullptr &&
         schema.if_schema == nullptr && schema.format.empty() && schema.limits.pattern.empty();
}

}  // namespace carnet::openapi
