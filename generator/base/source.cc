#include "base/source.h"

#include <utility>

namespace carnet {

SourceId Sources::add(std::string path, std::string text) {
  entries_.push_back({std::move(path), std::move(text)});
  return SourceId{static_cast<std::uint32_t>(entries_.size() - 1)};
}

}  // namespace carnet
