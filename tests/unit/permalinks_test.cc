#include "site/permalinks.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view source, std::string_view file, std::string_view directory) {
  CAPTURE(source);
  CHECK(page_permalink(source, "README.md", UrlStyle::File) == file);
  CHECK(page_permalink(source, "README.md", UrlStyle::Directory) == directory);
}

TEST_SUITE("permalinks") {
  TEST_CASE("a page lies where its source lies") {
    check("a/b.md", "a/b.html", "a/b/index.html");
    check("été à.b.md", "été à.b.html", "été à.b/index.html");
  }
  TEST_CASE("a README is the index of its folder") {
    check("README.md", "index.html", "index.html");
    check("a/readme.md", "a/index.html", "a/index.html");
    check("a/index.md", "a/index.html", "a/index.html");
  }
  TEST_CASE("segments lose their leading dots") {
    check(".a/..b/c.md", "a/b/c.html", "a/b/c/index.html");
    CHECK(asset_permalink(".gitbook/assets/a.b.png") == "gitbook/assets/a.b.png");
  }
  TEST_CASE("another file may be the start page") {
    CHECK(page_permalink("start.md", "start.md", UrlStyle::File) == "index.html");
  }
  TEST_CASE("an address that the author chose") {
    CHECK(chosen_permalink("/a/b", UrlStyle::File) == "a/b.html");
    CHECK(chosen_permalink("/a/b/", UrlStyle::File) == "a/b/index.html");
    CHECK(chosen_permalink("/a/b", UrlStyle::Directory) == "a/b/index.html");
    CHECK(chosen_permalink("a.html", UrlStyle::Directory) == "a.html");
    CHECK(chosen_permalink("/", UrlStyle::File) == "index.html");
    CHECK(chosen_permalink("/../a", UrlStyle::File).empty());
  }
  TEST_CASE("the file that answers an old address") {
    CHECK(redirect_permalink("old/path") == "old/path/index.html");
    CHECK(redirect_permalink("old/page.html") == "old/page.html");
  }
}

}  // namespace
}  // namespace carnet
