#include "blocks/registry.h"

namespace carnet {
namespace {

constexpr std::string_view kExpanded[] = {"hidden", "partial", "full"};

constexpr AttributeSpec kAttributes[] = {
    {.name = "description"},
    {.name = "icon", .type = AttributeSpec::Type::Literal},
    {.name = "defaultExpanded", .type = AttributeSpec::Type::Keyword, .keywords = kExpanded},
    // A menu that sends the prompt to an assistant on the web; a site of files has none.
    {.name = "openInAIProviders", .type = AttributeSpec::Type::Flag},
};

}  // namespace

// A text for an assistant, to be copied. Its fence is Markdown unless it says otherwise.
constinit const BlockSpec kPrompt = {
    .name = "prompt", .attributes = kAttributes, .body = BlockSpec::Body::Code};

}  // namespace carnet
