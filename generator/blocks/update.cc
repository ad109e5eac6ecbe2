#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr AttributeSpec kAttributes[] = {
    {.name = "date", .type = AttributeSpec::Type::Date, .required = true},
    {.name = "tags", .type = AttributeSpec::Type::Literal},
};

}  // namespace

// One entry of `updates`. `tags` is a list with commas, of names in .gitbook/tags.yaml.
constinit const BlockSpec kUpdate = {
    .name = "update", .attributes = kAttributes, .parent = "updates"};

}  // namespace carnet
