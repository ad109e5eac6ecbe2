#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "condition",
     .type = AttributeSpec::Type::Literal,
     .required = true,
     .positional = true},
};

}  // namespace

// Content for some visitors. Its condition is an expression.
constinit const BlockSpec kIf = {
    .name = "if", .attributes = kAttributes, .body = BlockSpec::Body::Spliced};

// `{% else %}` and `{% elif condition %}`, which part the content of an `if`. Not
// in the registry: they are no blocks.
constinit const BlockSpec kBranch{
    .name = "else", .attributes = kAttributes, .closing = BlockSpec::Closing::Never};

}  // namespace carnet
