#include "render/views/views.h"

namespace carnet {

// Only what could not be included is left as a block.
void view_include(Value& view, const Node& block, PageRenderer& /*renderer*/) {
  view.set("path", attribute_value(block, "path")).set("problem", block.detail);
}

}  // namespace carnet
