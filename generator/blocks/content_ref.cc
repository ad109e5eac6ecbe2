#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "url", .type = AttributeSpec::Type::PageLink, .required = true},
};

}  // namespace

// A card that leads to another page, under that page's own title.
constinit const BlockSpec kContentRef = {
    .name = "content-ref", .attributes = kAttributes, .body = BlockSpec::Body::Fallback};

}  // namespace carnet
