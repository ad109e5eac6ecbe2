#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr std::string_view kOverflows[] = {"scroll", "wrap"};

constexpr AttributeSpec kAttributes[] = {
    {.name = "title"},
    {.name = "overflow", .type = AttributeSpec::Type::Keyword, .keywords = kOverflows},
    {.name = "lineNumbers", .type = AttributeSpec::Type::Flag},
    {.name = "fullWidth", .type = AttributeSpec::Type::Flag},
    {.name = "expandable", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// Fenced code with a title and ways to show it.
constinit const BlockSpec kCode = {
    .name = "code", .attributes = kAttributes, .body = BlockSpec::Body::Code};

}  // namespace carnet
