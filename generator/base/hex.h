// Hexadecimal digits.

#pragma once

#include "base/text.h"

namespace carnet {

// 0 to 15, or -1 for what is no digit.
constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  c = to_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace carnet
