#include "render/page_context.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::uint64_t bytes, std::string_view english, std::string_view french) {
  CAPTURE(bytes);
  CHECK(format_size(bytes, "en") == english);
  CHECK(format_size(bytes, "fr") == french);
}

TEST_SUITE("page_context") {
  TEST_CASE("sizes in the units of the language") {
    check(0, "0\u00A0B", "0\u00A0o");
    check(999, "999\u00A0B", "999\u00A0o");
    check(1500, "1.5\u00A0kB", "1,5\u00A0ko");
    check(12'345, "12\u00A0kB", "12\u00A0ko");
    check(2'500'000'000, "2.5\u00A0GB", "2,5\u00A0Go");
  }
  TEST_CASE("rounding goes on to the next unit") {
    check(9'960, "10\u00A0kB", "10\u00A0ko");
    check(999'999, "1.0\u00A0MB", "1,0\u00A0Mo");
  }
  TEST_CASE("a name's emoji stands apart from its words") {
    CHECK(split_name("🪡 La vie").emoji == "🪡");
    CHECK(split_name("🪡 La vie").words == "La vie");
    CHECK(split_name("La vie").words == "La vie");
  }
}

}  // namespace
}  // namespace carnet
