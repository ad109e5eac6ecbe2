#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "title"},
    {.name = "icon", .type = AttributeSpec::Type::Literal},
};

}  // namespace

// One of the alternatives in `tabs`.
constinit const BlockSpec kTab = {.name = "tab", .attributes = kAttributes, .parent = "tabs"};

}  // namespace carnet
