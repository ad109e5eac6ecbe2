// The list of all blocks. A new block is a file beside this one, a line below
// and a line in registry.cc.

#pragma once

#include <span>
#include <string_view>

#include "blocks/block.h"

namespace carnet {

extern const BlockSpec kApiMethod;
extern const BlockSpec kApiMethodBodyParameters;
extern const BlockSpec kApiMethodDescription;
extern const BlockSpec kApiMethodFormDataParameters;
extern const BlockSpec kApiMethodHeaders;
extern const BlockSpec kApiMethodParameter;
extern const BlockSpec kApiMethodPathParameters;
extern const BlockSpec kApiMethodQueryParameters;
extern const BlockSpec kApiMethodRequest;
extern const BlockSpec kApiMethodResponse;
extern const BlockSpec kApiMethodResponseExample;
extern const BlockSpec kApiMethodResponseExampleDescription;
extern const BlockSpec kApiMethodSpec;
extern const BlockSpec kApiMethodSummary;
extern const BlockSpec kCode;
extern const BlockSpec kColumn;
extern const BlockSpec kColumns;
extern const BlockSpec kCodeTabs;
extern const BlockSpec kCodeTabsItem;
extern const BlockSpec kContentRef;
extern const BlockSpec kEmbed;
extern const BlockSpec kFile;
extern const BlockSpec kHint;
extern const BlockSpec kOpenapi;
extern const BlockSpec kOpenapiOperation;
extern const BlockSpec kOpenapiSchemas;
extern const BlockSpec kOpenapiText;  // Not in the list: no author writes it.
extern const BlockSpec kOpenapiWebhook;
extern const BlockSpec kIf;
extern const BlockSpec kInclude;
extern const BlockSpec kIntegration;  // Not in the list: its names are the vendors'.
extern const BlockSpec kPageRef;
extern const BlockSpec kRaw;
extern const BlockSpec kPrompt;
extern const BlockSpec kStep;
extern const BlockSpec kStepper;
extern const BlockSpec kSwagger;
extern const BlockSpec kSwaggerDescription;
extern const BlockSpec kSwaggerParameter;
extern const BlockSpec kSwaggerResponse;
extern const BlockSpec kTab;
extern const BlockSpec kTabs;
extern const BlockSpec kUpdate;
extern const BlockSpec kUpdates;

// The parts of an `if`; not in the list.
extern const BlockSpec kBranch;

// All of them, by name.
std::span<const BlockSpec* const> block_registry();

// The block of that name, in any letter case, or nullptr. A vendor's name, `@figma/embed`, is that
// of kIntegration.
const BlockSpec* find_block(std::string_view name);

}  // namespace carnet
