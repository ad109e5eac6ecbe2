#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "url", .type = AttributeSpec::Type::WebLink},
    {.name = "fullWidth", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// A block of another service: `{% @figma/embed url="..." %}`. Each vendor has blocks and
// attributes of its own; which block it is stands in Node::detail.
constinit const BlockSpec kIntegration = {.name = "integration",
                                          .attributes = kAttributes,
                                          .closing = BlockSpec::Closing::Optional,
                                          .takes_any_attribute = true};

}  // namespace carnet
