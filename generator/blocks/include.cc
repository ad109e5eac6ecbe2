#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "path", .type = AttributeSpec::Type::Include, .required = true, .positional = true},
};

}  // namespace

// Another text of the book, in the place of the tag.
constinit const BlockSpec kInclude = {
    .name = "include", .attributes = kAttributes, .closing = BlockSpec::Closing::Never};

}  // namespace carnet
