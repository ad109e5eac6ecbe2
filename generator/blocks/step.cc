#include "blocks/registry.h"

namespace carnet {
namespace {

// GitBook takes the title from the first heading; other products write it here.
constexpr AttributeSpec kAttributes[] = {
    {.name = "title"},
};

}  // namespace

// One instruction of a `stepper`.
constinit const BlockSpec kStep = {.name = "step", .attributes = kAttributes, .parent = "stepper"};

}  // namespace carnet
