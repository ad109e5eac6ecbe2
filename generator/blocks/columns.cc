#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "fullWidth", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// Things side by side, one below the other where there is no room.
constinit const BlockSpec kColumns = {.name = "columns",
                                      .attributes = kAttributes,
                                      .body = BlockSpec::Body::Children,
                                      .child = "column"};

}  // namespace carnet
