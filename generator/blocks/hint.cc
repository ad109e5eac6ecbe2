#include "blocks/registry.h"

namespace carnet {
namespace {

// The words of HonKit and of other tools mean the nearest of GitBook's four.
constexpr std::string_view kStyles[] = {
    "info",           "success",      "warning",         "danger",
    "tip=success",    "note=info",    "working=warning", "caution=danger",
    "important=info", "error=danger", "primary=info",
};

constexpr AttributeSpec kAttributes[] = {
    {.name = "style",
     .type = AttributeSpec::Type::Keyword,
     .positional = true,
     .keywords = kStyles},
    {.name = "icon", .type = AttributeSpec::Type::Literal},
};

}  // namespace

// A call-out beside the text.
constinit const BlockSpec kHint = {.name = "hint", .attributes = kAttributes};

}  // namespace carnet
