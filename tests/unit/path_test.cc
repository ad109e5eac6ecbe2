#include "base/path.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

constexpr std::string_view kOutside = "(outside)";

void check_resolved(std::string_view folder, std::string_view path, std::string_view expected) {
  CAPTURE(folder);
  CAPTURE(path);
  CHECK(resolve_path(folder, path).value_or(std::string(kOutside)) == expected);
}

void check_relative(std::string_view from, std::string_view to, std::string_view expected) {
  CAPTURE(from);
  CAPTURE(to);
  CHECK(relative_path(from, to) == expected);
}

TEST_SUITE("path") {
  TEST_CASE("a path is seen from its folder") {
    check_resolved("a", "b.md", "a/b.md");
    check_resolved("", "b.md", "b.md");
    check_resolved("a/b", "../c.md", "a/c.md");
    check_resolved("a", "./b/./c.md", "a/b/c.md");
  }
  TEST_CASE("a leading slash means the root") { check_resolved("a/b", "/c.md", "c.md"); }
  TEST_CASE("a folder is named without its slash, and the root not at all") {
    check_resolved("a", "b/", "a/b");
    check_resolved("a", "..", "");
    check_resolved("a", "./", "a");
    check_resolved("", "", "");
    check_resolved("a//b", "c//d", "a/b/c/d");
  }
  TEST_CASE("nothing is found outside of the root") {
    check_resolved("", "..", kOutside);
    check_resolved("a", "../../b", kOutside);
    check_resolved("a", "/../b", kOutside);
    check_resolved("a", "../../a/b", kOutside);
  }
  TEST_CASE("names of dots are names") { check_resolved("a", ".../..b", "a/.../..b"); }

  TEST_CASE("the way between two files") {
    check_relative("a.html", "b.html", "b.html");
    check_relative("a.html", "b/c.html", "b/c.html");
    check_relative("a/b.html", "c.html", "../c.html");
    check_relative("a/b.html", "a/c/d.html", "c/d.html");
    check_relative("a/b/c.html", "a/d/e.html", "../d/e.html");
    check_relative("ab/c.html", "a/c.html", "../a/c.html");
  }
  TEST_CASE("the way to oneself is one's name") {
    check_relative("a/b.html", "a/b.html", "b.html");
  }
  TEST_CASE("the way to a folder is never empty") {
    check_relative("a.html", "", "./");
    check_relative("a/b.html", "a/", "./");
    check_relative("a/b.html", "", "../");
  }

  TEST_CASE("the parts of a path") {
    CHECK(folder_of("a/b/c.md") == "a/b");
    CHECK(folder_of("c.md").empty());
    CHECK(file_name_of("a/b/c.md") == "c.md");
    CHECK(extension_of("a/c.tar.gz") == ".gz");
    CHECK(extension_of("a.b/c").empty());
    CHECK(extension_of(".x").empty());
    CHECK(join_path("", "b") == "b");
    CHECK(join_path("a", "") == "a");
    CHECK(join_path("a/", "b") == "a/b");
  }
  TEST_CASE("a folder holds itself and what is below, not what begins alike") {
    CHECK(is_inside("a", "a"));
    CHECK(is_inside("a/b", "a"));
    CHECK(is_inside("b", ""));
    CHECK_FALSE(is_inside("ab", "a"));
  }
  TEST_CASE("segments that begin with a dot") {
    CHECK(has_dot_segment(".a/b"));
    CHECK(has_dot_segment("a/.b"));
    CHECK_FALSE(has_dot_segment("a.b/c"));
  }
}

}  // namespace
}  // namespace carnet
