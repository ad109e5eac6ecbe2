#include "blocks/registry.h"

namespace carnet {

// Tabs of code, as GitBook wrote them until 2019.
constinit const BlockSpec kCodeTabs = {
    .name = "code-tabs", .body = BlockSpec::Body::Children, .child = "code-tabs-item"};

}  // namespace carnet
