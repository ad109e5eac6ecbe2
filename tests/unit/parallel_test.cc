#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <vector>

namespace carnet {
namespace {

void check(std::size_t count, unsigned jobs) {
  CAPTURE(count);
  CAPTURE(jobs);
  std::vector<std::atomic<int>> calls(count);
  parallel_for(count, jobs, [&](std::size_t i) { ++calls[i]; });
  for (const auto& call : calls) CHECK(call == 1);
}

TEST_SUITE("parallel_for") {
  TEST_CASE("each number comes exactly once") { check(1000, 4); }
  TEST_CASE("with one thread, and with as many as the machine has") {
    check(10, 1);
    check(10, 0);
  }
  TEST_CASE("with more threads than work") { check(2, 64); }
  TEST_CASE("without work") { check(0, 4); }
}

}  // namespace
}  // namespace carnet
