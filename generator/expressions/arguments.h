// What a method was called with, read as JavaScript reads it.

#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "expressions/value.h"

namespace carnet {

using Arguments = std::span<const ExpressionValue>;

// Undefined if there are fewer.
const ExpressionValue& argument(Arguments arguments, std::size_t i);
std::string text_argument(Arguments arguments, std::size_t i);
// A position: fractions are cut off, no number is 0.
double integer_argument(Arguments arguments, std::size_t i, double otherwise);

// A position in [0, length], and in the first case negative ones count from the end.
std::size_t from_either_end(double position, std::size_t length);
std::size_t from_start(double position, std::size_t length);

// What `slice(begin, end)` takes of so many items or characters.
struct Range {
  std::size_t begin;
  std::size_t end;
};
Range slice_range(Arguments arguments, std::size_t length);

}  // namespace carnet
