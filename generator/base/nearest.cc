#include "base/nearest.h"

#include <algorithm>

#include "base/text.h"

namespace carnet {
namespace {

// A quarter of the letters may differ, and in a short word two: two letters
// that changed places count as two. In a word of three, only one.
std::size_t tolerance(std::string_view word) {
  if (word.size() < 4) return word.size() < 2 ? 0 : 1;
  return std::clamp<std::size_t>(word.size() / 4, 2, 8);
}

}  // namespace

Nearest::Nearest(std::string_view wanted)
    : wanted_(to_lower(wanted)), limit_(tolerance(wanted) + 1) {}

bool Nearest::offer(std::string_view candidate) {
  if (limit_ == 0) return false;
  const std::size_t distance = edit_distance(wanted_, to_lower(candidate), limit_ - 1);
  if (distance >= limit_) return false;
  limit_ = distance;
  return true;
}

std::string did_you_mean(std::string_view name) {
  return name.empty() ? std::string() : "did you mean `" + std::string(name) + "`?";
}

}  // namespace carnet
