#include "symbols/icons.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "symbols/table.h"

namespace carnet {
namespace {

TEST_SUITE("icons") {
  TEST_CASE("an icon is a path in a box of its own") {
    const Icon house = find_icon("house");
    CHECK(house.height == "512");
    CHECK(house.path.starts_with('M'));
    CHECK(house.path.find_first_of("\t\n\"<>&") == std::string_view::npos);
  }

  TEST_CASE("brands and outlined icons have names of their own") {
    CHECK(!find_icon("github").path.empty());
    CHECK(!find_icon("regular/star").path.empty());
    CHECK(find_icon("regular/star").path != find_icon("star").path);
  }

  TEST_CASE("old names mean the new icons") {
    CHECK(find_icon("home").path == find_icon("house").path);
  }

  TEST_CASE("names of version 4, of GitBook and of paid icons mean free ones") {
    CHECK(find_icon("file-text-o").path == find_icon("regular/file-lines").path);
    CHECK(find_icon("sparkles").path == find_icon("wand-magic-sparkles").path);
    CHECK(find_icon("gitbook-assistant").path == find_icon("wand-magic-sparkles").path);
  }

  TEST_CASE("the last word that is an icon counts") {
    CHECK(find_icon_of("fa-solid fa-house").path == find_icon("house").path);
    CHECK(find_icon_of("fa-spinner fa-spin-fast").path == find_icon("spinner").path);
    CHECK(find_icon_of("far fa-star").path == find_icon("regular/star").path);
    CHECK(find_icon_of("fa-solid").path.empty());
    CHECK(icon_name_in("fa-solid fa-hous") == "hous");
    CHECK(icon_name_in("fa-solid").empty());
    CHECK(nearest_icon_name("hous") == "house");
    CHECK(nearest_icon_name("something-quite-different").empty());
  }

  TEST_CASE("what is no icon is nothing") {
    for (std::string_view name : {"", "hous", "houses", "=house", "house\t", "zzzz", "!"}) {
      CHECK_MESSAGE(find_icon(name).path.empty(), std::string(name));
    }
  }

  TEST_CASE("a table is searched by whole keys, from its first line to its last") {
    constexpr std::string_view kTable = "a\t1\nab\t2\nb\t3\nzz\t4\n";
    CHECK(find_line(kTable, "a") == "1");
    CHECK(find_line(kTable, "ab") == "2");
    CHECK(find_line(kTable, "b") == "3");
    CHECK(find_line(kTable, "zz") == "4");
    CHECK(find_line(kTable, "abc").empty());
    CHECK(find_line("", "a").empty());
  }
}

}  // namespace
}  // namespace carnet
