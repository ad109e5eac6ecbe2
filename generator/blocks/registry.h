// The list of all blocks. A new block is a file beside this one, a line below
// and a line in registry.cc.

#pragma once

#include <span>
#include <string_view>

#include "blocks/block.h"

namespace carnet {

extern const BlockSpec kCode;
extern const BlockSpec kColumn;
extern const BlockSpec kColumns;
extern const BlockSpec kContentRef;
extern const BlockSpec kEmbed;
extern const BlockSpec kFile;
extern const BlockSpec kHint;
extern const BlockSpec kPageRef;
extern const BlockSpec kStep;
extern const BlockSpec kStepper;
extern const BlockSpec kTab;
extern const BlockSpec kTabs;

// All of them, by name.
std::span<const BlockSpec* const> block_registry();

// The block of that name, in any letter case, or nullptr.
const BlockSpec* find_block(std::string_view name);

}  // namespace carnet
