#include "render/date_text.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

struct Case {
  std::string_view language;
  std::string_view full;
  std::string_view shorter;
  std::string_view numeric;
};

void check(std::string_view date, const Case& expected) {
  const Date day = *parse_date(date);
  CHECK(date_text(day, DateFormat::Full, expected.language) == expected.full);
  CHECK(date_text(day, DateFormat::Short, expected.language) == expected.shorter);
  CHECK(date_text(day, DateFormat::Numeric, expected.language) == expected.numeric);
}

TEST_SUITE("date_text") {
  TEST_CASE("each language has its own way") {
    check("2026-05-04", {"en", "May 4, 2026", "May 4, 2026", "5/4/2026"});
    check("2026-05-04", {"fr", "4 mai 2026", "4 mai 2026", "04/05/2026"});
    check("2026-01-19", {"fr", "19 janvier 2026", "19 janv. 2026", "19/01/2026"});
    check("2026-01-19", {"de", "19. Januar 2026", "19. Jan. 2026", "19.01.2026"});
    check("2026-01-19", {"es", "19 de enero de 2026", "19 ene 2026", "19/1/2026"});
    check("2026-01-19", {"it", "19 gennaio 2026", "19 gen 2026", "19/01/2026"});
    check("2026-01-19", {"pt", "19 de janeiro de 2026", "19 de jan. de 2026", "19/01/2026"});
  }

  TEST_CASE("the first day of a month") {
    check("2026-05-01", {"fr", "1er mai 2026", "1er mai 2026", "01/05/2026"});
    check("2026-05-01", {"it", "1º maggio 2026", "1º mag 2026", "01/05/2026"});
    check("2026-05-01", {"en", "May 1, 2026", "May 1, 2026", "5/1/2026"});
  }

  TEST_CASE("a region counts where it matters") {
    check("2026-01-19", {"fr-CA", "19 janvier 2026", "19 janv. 2026", "19/01/2026"});
    check("2026-01-19", {"en-US", "January 19, 2026", "Jan 19, 2026", "1/19/2026"});
    check("2026-01-19", {"en-GB", "19 January 2026", "19 Jan 2026", "19/01/2026"});
    check("2026-01-19", {"FR", "19 janvier 2026", "19 janv. 2026", "19/01/2026"});
  }

  TEST_CASE("other languages get what everyone can read") {
    check("2026-05-04", {"ja", "2026-05-04", "2026-05-04", "2026-05-04"});
    check("2026-05-04", {"", "2026-05-04", "2026-05-04", "2026-05-04"});
    check("0033-05-04", {"en", "May 4, 33", "May 4, 33", "5/4/33"});
  }

  TEST_CASE("the day is the one that was written, in whatever zone") {
    check("2026-05-04T23:59:00-11:00", {"en", "May 4, 2026", "May 4, 2026", "5/4/2026"});
  }
}

}  // namespace
}  // namespace carnet
