#include "base/date.h"

#include <fmt/format.h>

#include <chrono>

#include "base/text.h"

namespace carnet {
namespace {

// Takes a text apart from its beginning.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool is_done() const { return rest_.empty(); }

  bool take(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // So many digits, as a number from `least` to `most`.
  bool take_number(std::size_t digits, int least, int most, int& out) {
    if (rest_.size() < digits) return false;
    int number = 0;
    for (char c : rest_.substr(0, digits)) {
      if (!is_digit(c)) return false;
      number = number * 10 + (c - '0');
    }
    if (number < least || number > most) return false;
    rest_.remove_prefix(digits);
    out = number;
    return true;
  }

  void skip_digits() {
    while (!rest_.empty() && is_digit(rest_.front())) rest_.remove_prefix(1);
  }

 private:
  std::string_view rest_;
};

bool read_zone(Reader& reader, Date& date) {
  if (reader.is_done() || reader.take('Z') || reader.take('z')) return true;
  const int sign = reader.take('-') ? -1 : 1;
  if (sign == 1 && !reader.take('+')) return false;
  int hours = 0;
  int minutes = 0;
  if (!reader.take_number(2, 0, 23, hours)) return false;
  if (reader.take(':') && reader.is_done()) return false;
  if (!reader.is_done() && !reader.take_number(2, 0, 59, minutes)) return false;
  date.offset = sign * (hours * 60 + minutes);
  return true;
}

bool read_time(Reader& reader, Date& date) {
  if (!reader.take_number(2, 0, 23, date.hour) || !reader.take(':')) return false;
  if (!reader.take_number(2, 0, 59, date.minute)) return false;
  if (reader.take(':')) {
    if (!reader.take_number(2, 0, 59, date.second)) return false;
    if (reader.take('.')) reader.skip_digits();
  }
  date.has_time = true;
  return read_zone(reader, date);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Reader reader(trim(text));
  Date date;
  if (!reader.take_number(4, 1, 9999, date.year) || !reader.take('-') ||
      !reader.take_number(2, 1, 12, date.month) || !reader.take('-') ||
      !reader.take_number(2, 1, 31, date.day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok()) return std::nullopt;
  const bool has_time = reader.take('T') || reader.take('t') || reader.take(' ');
  if (has_time && !read_time(reader, date)) return std::nullopt;
  if (!reader.is_done()) return std::nullopt;
  return date;
}

std::string to_iso(const Date& date) {
  if (date.has_time) return to_timestamp(date);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string to_timestamp(const Date& date) {
  std::string zone = "Z";
  if (date.offset != 0) {
    const int minutes = date.offset < 0 ? -date.offset : date.offset;
    zone = fmt::format("{}{:02}:{:02}", date.offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  }
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", date.year, date.month, date.day,
                     date.hour, date.minute, date.second, zone);
}

std::int64_t to_seconds(const Date& date) {
  const std::chrono::sys_days day{std::chrono::year(date.year) /
                                  std::chrono::month(static_cast<unsigned>(date.month)) /
                                  std::chrono::day(static_cast<unsigned>(date.day))};
  const std::int64_t days = day.time_since_epoch().count();
  return ((days * 24 + date.hour) * 60 + date.minute - date.offset) * 60 + date.second;
}

std::optional<Date> date_at(std::int64_t seconds) {
  // Beyond that the calendar of the standard library has no years.
  constexpr std::int64_t kFarAway = std::int64_t{10'000} * 366 * 24 * 60 * 60;
  if (seconds > kFarAway || seconds < -kFarAway) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const std::chrono::sys_days day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day calendar(day);
  if (static_cast<int>(calendar.year()) < 1 || static_cast<int>(calendar.year()) > 9999) {
    return std::nullopt;
  }
  const std::chrono::hh_mm_ss clock(time - day);
  Date date;
  date.year = static_cast<int>(calendar.year());
  date.month = static_cast<int>(static_cast<unsigned>(calendar.month()));
  date.day = static_cast<int>(static_cast<unsigned>(calendar.day()));
  date.has_time = true;
  date.hour = static_cast<int>(clock.hours().count());
  date.minute = static_cast<int>(clock.minutes().count());
  date.second = static_cast<int>(clock.seconds().count());
  return date;
}

}  // namespace carnet
