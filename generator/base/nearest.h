// "did you mean `title`?": of several names, the one that was probably meant.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

class Nearest {
 public:
  explicit Nearest(std::string_view wanted);

  // True if `candidate` is near enough to be meant, and nearer than all that
  // were offered before. Letter case does not count.
  bool offer(std::string_view candidate);

 private:
  std::string wanted_;
  std::size_t limit_;  // As many letters may differ, and one less than the best so far.
};

// The nearest of `names`, or "".
template <typename Names>
std::string_view find_nearest(std::string_view wanted, const Names& names) {
  Nearest nearest(wanted);
  std::string_view best;
  for (const std::string_view name : names) {
    if (nearest.offer(name)) best = name;
  }
  return best;
}

// "did you mean `name`?", or "" if there is no name.
std::string did_you_mean(std::string_view name);

}  // namespace carnet
