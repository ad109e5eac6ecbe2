#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace carnet {

void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body) {
  if (jobs == 0) jobs = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t threads = std::min<std::size_t>(jobs, count);
  // Small shares, taken as they come: pages differ much in size. Shares of one
  // would make the counter itself the meeting place, unless there are only a few.
  const std::size_t share =
      std::clamp<std::size_t>(count / (8 * std::max<std::size_t>(1, threads)), 1, 4);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (;;) {
      const std::size_t begin = next.fetch_add(share, std::memory_order_relaxed);
      if (begin >= count) return;
      const std::size_t end = std::min(begin + share, count);
      for (std::size_t i = begin; i < end; ++i) body(i);
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
}

}  // namespace carnet
