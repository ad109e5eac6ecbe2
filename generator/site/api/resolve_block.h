// Which operation, webhook or schemas a block means.

#pragma once

#include <optional>

#include "diag/diagnostics.h"
#include "site/api/expand_blocks.h"

namespace carnet {

// Nothing, with a `missing-operation`, if the specification has no such part.
std::optional<ApiTarget> resolve_api_block(const Document& document, const Node& block,
                                           const openapi::Specification& specification,
                                           Diagnostics& diagnostics);

}  // namespace carnet
