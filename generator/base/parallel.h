// A loop on all cores.

#pragma once

#include <cstddef>
#include <functional>

namespace carnet {

// Calls body(0) ... body(count - 1), each exactly once, on up to `jobs` threads
// (0: as many as the machine has), and returns when all are done. The order of
// the calls is not defined: each call writes into its own slot, so that the
// result does not depend on it. `body` must not throw.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body);

}  // namespace carnet
