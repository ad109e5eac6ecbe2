// A date as the readers of a language write it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"

namespace carnet {

enum class DateFormat : std::uint8_t {
  Full,     // "May 4, 2026", "4 mai 2026"
  Short,    // "Jan 19, 2026", "19 janv. 2026"
  Numeric,  // "5/4/2026", "04/05/2026"
};

// `language` is BCP 47. English, French, German, Spanish, Italian and Portuguese are
// known; others get "2026-05-04". The time of day is not said.
std::string date_text(const Date& date, DateFormat format, std::string_view language);

}  // namespace carnet
