// What a tag's arguments mean to its block.

#pragma once

#include <cstdint>
#include <span>

#include "diag/diagnostics.h"
#include "markdown/document.h"
#include "markdown/tag.h"

namespace carnet {

// The attributes of the tag that stands at `begin`, decoded and checked against
// the block's specification: unknown names are reported and left out, unknown
// keywords replaced by the first one, missing names found by position.
std::span<const Attribute> read_attributes(Document& document, std::uint32_t begin,
                                           const ParsedTag& tag, const BlockSpec& block,
                                           Diagnostics& diagnostics);

// Checks what a block holds once it is closed: a `code` needs fenced code, an
// empty group is odd.
void finish_block(const Document& document, const Node& block, Diagnostics& diagnostics);

}  // namespace carnet
