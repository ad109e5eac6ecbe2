#include "blocks/registry.h"

namespace carnet {

// Instructions to follow one after the other.
constinit const BlockSpec kStepper = {
    .name = "stepper", .body = BlockSpec::Body::Children, .child = "step"};

}  // namespace carnet
