#include "blocks/registry.h"

namespace carnet {

// Markdown in which tags are text. See markdown/feed/raw_parts.h.
constinit const BlockSpec kRaw = {.name = "raw", .body = BlockSpec::Body::Spliced};

}  // namespace carnet
