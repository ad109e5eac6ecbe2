#include "site/gitbook_link.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view url, const std::string& expected) {
  CAPTURE(url);
  const auto link = read_gitbook_link(url);
  CHECK((link ? link->space + "|" + link->path + "|" + link->fragment : "none") == expected);
}

TEST_SUITE("gitbook_link") {
  TEST_CASE("the forms of all years") {
    check("https://app.gitbook.com/s/Ab-1_x/a/b#c", "Ab-1_x|a/b|c");
    check("https://app.gitbook.com/s/Ab", "Ab||");
    check("http://app.gitbook.com/s/Ab/", "Ab||");
    check("//app.gitbook.com/s/Ab/a", "Ab|a|");
    check("https://app.gitbook.com/s/Ab#c", "Ab||c");
    check("https://app.gitbook.com/s/Ab/a/?x=1#c", "Ab|a|c");
    check("https://app.gitbook.com/o/org/s/Ab/a", "Ab|a|");
    check("https://app.gitbook.com/@org/s/docs/a", "@org/docs|a|");
  }
  TEST_CASE("what names a change or a draft is no part of the path") {
    check("https://app.gitbook.com/s/Ab/~/changes/12/a/b", "Ab|a/b|");
    check("https://app.gitbook.com/o/org/s/Ab/~/changes/12", "Ab||");
    check("https://app.gitbook.com/@org/s/docs/~/drafts/-Lx/a", "@org/docs|a|");
    check("https://app.gitbook.com/s/Ab/~/edit/~/changes/12/a", "Ab|a|");
    check("https://app.gitbook.com/s/Ab/~/", "Ab||");
  }
  TEST_CASE("other addresses") {
    check("https://app.gitbook.com/join", "none");
    check("https://app.gitbook.com/s/", "none");
    check("https://app.gitbook.com/s/{spaceId}/a", "none");
    check("https://app.gitbook.com/o/org/home", "none");
    check("https://app.gitbook.com", "none");
    check("https://example.org/?to=//app.gitbook.com/s/Ab", "none");
    check("https://notapp.gitbook.com/s/Ab", "none");
    check("ftp://app.gitbook.com/s/Ab", "none");
    check("a/b.md", "none");
    check("", "none");
  }
}

}  // namespace
}  // namespace carnet
