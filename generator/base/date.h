// A day, perhaps with a time, as people write it in books: "2026-05-04",
// "2026-05-04T09:30:00+02:00".
//
// It stays the day that was written: nothing is moved to another time zone.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace carnet {

struct Date {
  int year = 0;   // 1 to 9999.
  int month = 0;  // 1 to 12.
  int day = 0;    // 1 to 31, and there is such a day.

  bool has_time = false;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset = 0;  // Minutes east of Greenwich.

  bool operator==(const Date&) const = default;
};

// Nothing if the text is no ISO 8601 date or date-time. Seconds and zone may be missing;
// without a zone it is Greenwich's. Fractions of a second are dropped.
std::optional<Date> parse_date(std::string_view text);

// "2026-05-04", or "2026-05-04T09:30:00+02:00" if it has a time: for `<time datetime>`.
std::string to_iso(const Date& date);

// Always with a time (RFC 3339): for feeds. A day begins at midnight, Greenwich's.
std::string to_timestamp(const Date& date);

// Seconds since 1970 in Greenwich: the later date has the larger number.
std::int64_t to_seconds(const Date& date);

// The day and time of that second in Greenwich. Nothing before the year 1 or after 9999.
std::optional<Date> date_at(std::int64_t seconds);

}  // namespace carnet
