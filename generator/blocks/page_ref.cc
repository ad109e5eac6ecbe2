#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "page", .type = AttributeSpec::Type::PageLink, .required = true},
};

}  // namespace

// The content-ref of GitBook's first years.
constinit const BlockSpec kPageRef = {
    .name = "page-ref", .attributes = kAttributes, .closing = BlockSpec::Closing::Never};

}  // namespace carnet
