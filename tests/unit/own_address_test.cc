#include "site/own_address.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view url, std::string_view expected, std::string_view root = "") {
  Config config;
  config.url.value = "https://docs.example.org/book";
  config.source_url.value = "https://github.com/owner/name";
  config.root = root;
  CAPTURE(url);
  CHECK(own_path(config, url).value_or("(elsewhere)") == expected);
}

TEST_SUITE("own_path") {
  TEST_CASE("an address of the site") {
    check("https://docs.example.org/book/a/b#c", "a/b#c");
    check("http://docs.example.org/book/a", "a");
  }
  TEST_CASE("the site's own address is its start page") {
    check("https://docs.example.org/book", "README.md");
    check("https://docs.example.org/book#c", "README.md#c");
  }
  TEST_CASE("a file in the repository, on any branch") {
    check("https://github.com/owner/name/blob/main/docs/a.md", "docs/a.md");
    check("https://github.com/owner/name/tree/v1/docs", "docs");
    check("https://github.com/owner/name/-/blob/main/a.md", "a.md");
    check("https://github.com/owner/name/blob/main/docs/a.md", "a.md", "docs");
  }
  TEST_CASE("what stands elsewhere") {
    check("https://docs.example.org/bookshop", "(elsewhere)");
    check("https://docs.example.org/other", "(elsewhere)");
    check("https://github.com/owner/name/issues", "(elsewhere)");
    check("https://github.com/owner/name", "(elsewhere)");
    check("https://github.com/owner/names/blob/main/a.md", "(elsewhere)");
    check("https://github.com/owner/name/blob/main/src/a.cc", "(elsewhere)", "docs");
  }
}

}  // namespace
}  // namespace carnet
