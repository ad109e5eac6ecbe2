#include "base/date.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

std::string iso(std::string_view text) {
  const std::optional<Date> date = parse_date(text);
  return date ? to_iso(*date) : "none";
}

TEST_SUITE("date") {
  TEST_CASE("a day") {
    CHECK(iso("2026-05-04") == "2026-05-04");
    CHECK(iso(" 2026-05-04 ") == "2026-05-04");
    CHECK(iso("0001-01-01") == "0001-01-01");
  }

  TEST_CASE("a day with a time stays the day that was written") {
    CHECK(iso("2026-05-04T23:30:00+02:00") == "2026-05-04T23:30:00+02:00");
    CHECK(iso("2026-05-04 09:30") == "2026-05-04T09:30:00Z");
    CHECK(iso("2026-05-04T09:30:15.123Z") == "2026-05-04T09:30:15Z");
    CHECK(iso("2026-05-04T09:30:15-0530") == "2026-05-04T09:30:15-05:30");
    CHECK(iso("2026-05-04T09:30+01") == "2026-05-04T09:30:00+01:00");
  }

  TEST_CASE("days that there are") {
    CHECK(iso("2024-02-29") == "2024-02-29");
    CHECK(iso("2026-02-29") == "none");
    CHECK(iso("2026-04-31") == "none");
    CHECK(iso("2026-13-01") == "none");
    CHECK(iso("2026-00-01") == "none");
    CHECK(iso("0000-01-01") == "none");
  }

  TEST_CASE("what is no date") {
    for (std::string_view text :
         {"", "soon", "4 mai 2026", "2026-5-4", "2026/05/04", "2026-05", "2026-05-04T", "26-05-04",
          "2026-05-04T25:00", "2026-05-04T09", "2026-05-04 later", "2026-05-04T09:30+",
          "2026-05-04T09:30+02:", "2026-05-04T09:30Zulu", "２０２６-05-04"}) {
      CHECK_MESSAGE(iso(text) == "none", text);
    }
  }

  TEST_CASE("a feed's times always have a time of day") {
    CHECK(to_timestamp(*parse_date("2026-05-04")) == "2026-05-04T00:00:00Z");
  }

  TEST_CASE("the later date has the larger number, whatever its zone") {
    const auto seconds = [](std::string_view text) { return to_seconds(*parse_date(text)); };
    CHECK(seconds("1970-01-01") == 0);
    CHECK(seconds("1970-01-02T00:00:01") == 86'401);
    CHECK(seconds("2026-05-04T10:00+02:00") == seconds("2026-05-04T08:00Z"));
    CHECK(seconds("2026-05-04T00:00-01:00") > seconds("2026-05-04"));
    CHECK(seconds("0001-01-01") < 0);
  }

  TEST_CASE("seconds become a date in Greenwich") {
    const auto at = [](std::int64_t seconds) {
      const std::optional<Date> date = date_at(seconds);
      return date ? to_iso(*date) : std::string("none");
    };
    CHECK(at(0) == "1970-01-01T00:00:00Z");
    CHECK(at(1'777'888'999) == "2026-05-04T10:03:19Z");
    CHECK(at(-1) == "1969-12-31T23:59:59Z");
    CHECK(at(to_seconds(*parse_date("9999-12-31T23:59:59"))) == "9999-12-31T23:59:59Z");
    CHECK(at(to_seconds(*parse_date("9999-12-31T23:59:59")) + 1) == "none");
    CHECK(at(to_seconds(*parse_date("0001-01-01")) - 1) == "none");
    CHECK(at(INT64_MAX) == "none");
    CHECK(at(INT64_MIN) == "none");
  }
}

}  // namespace
}  // namespace carnet
