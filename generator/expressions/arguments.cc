#include "expressions/arguments.h"

#include <algorithm>
#include <cmath>

namespace carnet {

const ExpressionValue& argument(Arguments arguments, std::size_t i) {
  static const ExpressionValue undefined;
  return i < arguments.size() ? arguments[i] : undefined;
}

std::string text_argument(Arguments arguments, std::size_t i) {
  return argument(arguments, i).to_text();
}

double integer_argument(Arguments arguments, std::size_t i, double otherwise) {
  const ExpressionValue& value = argument(arguments, i);
  if (value.is_undefined()) return otherwise;
  const double number = value.to_number();
  return std::isnan(number) ? 0 : std::trunc(number);
}

std::size_t from_either_end(double position, std::size_t length) {
  const auto size = static_cast<double>(length);
  if (position < 0) position += size;
  return static_cast<std::size_t>(std::clamp(position, 0.0, size));
}

std::size_t from_start(double position, std::size_t length) {
  return static_cast<std::size_t>(std::clamp(position, 0.0, static_cast<double>(length)));
}

Range slice_range(Arguments arguments, std::size_t length) {
  const std::size_t begin = from_either_end(integer_argument(arguments, 0, 0), length);
  const std::size_t end =
      from_either_end(integer_argument(arguments, 1, static_cast<double>(length)), length);
  return {begin, std::max(begin, end)};
}

}  // namespace carnet
