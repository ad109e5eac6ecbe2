// A value together with the place where it was written.

#pragma once

#include "base/source.h"

namespace carnet {

// What an author wrote, or a default that nobody wrote: then the span has no
// source.
template <typename T>
struct Located {
  T value{};
  Span span{};

  bool is_written() const { return span.source != kNoSource; }
  bool operator==(const Located&) const = default;
};

}  // namespace carnet
