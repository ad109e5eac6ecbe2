#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "url", .type = AttributeSpec::Type::WebLink, .required = true},
    {.name = "caption"},
    {.name = "fullWidth", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// Something on the web that is shown in place once the reader asks for it.
constinit const BlockSpec kEmbed = {.name = "embed",
                                    .attributes = kAttributes,
                                    .closing = BlockSpec::Closing::Optional,
                                    .body = BlockSpec::Body::Caption};

}  // namespace carnet
