#include "blocks/registry.h"

#include "base/text.h"

namespace carnet {
namespace {

// A written list, not self-registration: it can be read, it can be searched,
// and no linker can drop an entry from it.
constexpr const BlockSpec* kBlocks[] = {
    &kApiMethod,
    &kApiMethodBodyParameters,
    &kApiMethodDescription,
    &kApiMethodFormDataParameters,
    &kApiMethodHeaders,
    &kApiMethodParameter,
    &kApiMethodPathParameters,
    &kApiMethodQueryParameters,
    &kApiMethodRequest,
    &kApiMethodResponse,
    &kApiMethodResponseExample,
    &kApiMethodResponseExampleDescription,
    &kApiMethodSpec,
    &kApiMethodSummary,
    &kCode,
    &kCodeTabs,
    &kCodeTabsItem,
    &kColumn,
    &kColumns,
    &kContentRef,
    &kEmbed,
    &kFile,
    &kHint,
    &kIf,
    &kInclude,
    &kOpenapi,
    &kOpenapiOperation,
    &kOpenapiSchemas,
    &kOpenapiWebhook,
    &kPageRef,
    &kPrompt,
    &kRaw,
    &kStep,
    &kStepper,
    &kSwagger,
    &kSwaggerDescription,
    &kSwaggerParameter,
    &kSwaggerResponse,
    &kTab,
    &kTabs,
    &kUpdate,
    &kUpdates,
};

}  // namespace

std::span<const BlockSpec* const> block_registry() { return kBlocks; }

const BlockSpec* find_block(std::string_view name) {
  if (name.starts_with('@')) {
    return name.find('/') == std::string_view::npos ? nullptr : &kIntegration;
  }
  for (const BlockSpec* block : kBlocks) {
    if (equals_ignoring_case(block->name, name)) return block;
  }
  return nullptr;
}

const AttributeSpec* find_attribute(const BlockSpec& block, std::string_view name) {
  for (const AttributeSpec& attribute : block.attributes) {
    if (equals_ignoring_case(attribute.name, name)) return &attribute;
  }
  return nullptr;
}

}  // namespace carnet
