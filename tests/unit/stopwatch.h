// How long something takes, on a machine that does other things as well.

#pragma once

#include <ctime>

namespace carnet {

// Counts the time that this process computed, not the time that it waited for others.
class Stopwatch {
 public:
  double seconds() const {
    return static_cast<double>(std::clock() - begin_) / static_cast<double>(CLOCKS_PER_SEC);
  }

 private:
  std::clock_t begin_ = std::clock();
};

}  // namespace carnet
