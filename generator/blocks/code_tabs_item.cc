#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "title"},
};

}  // namespace

// One of the codes in `code-tabs`; its title is the name of a file.
constinit const BlockSpec kCodeTabsItem = {.name = "code-tabs-item",
                                           .attributes = kAttributes,
                                           .body = BlockSpec::Body::Code,
                                           .parent = "code-tabs"};

}  // namespace carnet
