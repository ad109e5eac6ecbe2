#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "src", .type = AttributeSpec::Type::FileLink, .required = true},
    {.name = "caption"},
};

}  // namespace

// A file to download. The body, or `caption`, says what it is.
constinit const BlockSpec kFile = {.name = "file",
                                   .attributes = kAttributes,
                                   .closing = BlockSpec::Closing::Optional,
                                   .body = BlockSpec::Body::Caption};

}  // namespace carnet
