#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr std::string_view kPlaces[] = {"top", "middle", "bottom", "center=middle"};

constexpr AttributeSpec kAttributes[] = {
    {.name = "width", .type = AttributeSpec::Type::Literal},
    {.name = "valign", .type = AttributeSpec::Type::Keyword, .keywords = kPlaces},
};

}  // namespace

// One of the `columns`. `width` is its part of the whole, as "33%".
constinit const BlockSpec kColumn = {
    .name = "column", .attributes = kAttributes, .parent = "columns"};

}  // namespace carnet
