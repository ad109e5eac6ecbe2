// "did you mean `title`?": the nearest of the names that would have been right.

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "base/text.h"

namespace carnet {

// Empty if none is near enough to be meant.
template <typename Names>
std::string suggest(std::string_view name, const Names& names) {
  std::string_view best;
  std::size_t best_distance = std::max<std::size_t>(2, name.size() / 4) + 1;
  for (const std::string_view candidate : names) {
    const std::size_t distance = edit_distance(name, candidate, best_distance);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? std::string() : "did you mean `" + std::string(best) + "`?";
}

}  // namespace carnet
