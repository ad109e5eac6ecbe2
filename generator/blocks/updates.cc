#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr std::string_view kFormats[] = {"full", "short", "numeric"};

constexpr AttributeSpec kAttributes[] = {
    {.name = "format", .type = AttributeSpec::Type::Keyword, .keywords = kFormats},
};

}  // namespace

// What has changed, entry by entry; `format` is that of the dates.
constinit const BlockSpec kUpdates = {.name = "updates",
                                      .attributes = kAttributes,
                                      .body = BlockSpec::Body::Children,
                                      .child = "update"};

}  // namespace carnet
