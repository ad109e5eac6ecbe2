#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "fullWidth", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// Alternatives, of which the reader sees one at a time.
constinit const BlockSpec kTabs = {
    .name = "tabs", .attributes = kAttributes, .body = BlockSpec::Body::Children, .child = "tab"};

}  // namespace carnet
