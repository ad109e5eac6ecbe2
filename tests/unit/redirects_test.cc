#include "site/redirects.h"

#include <doctest/doctest.h>

#include "built_site.h"

namespace carnet {
namespace {

using Rules = std::vector<std::pair<std::string, std::string>>;

const BookFiles kBook = {{"README.md", "# Home"}, {"a/README.md", "# A"}, {"a/b.md", "# B"}};

// Where each old address leads.
void check(const Rules& rules, std::string_view expected, std::string_view codes = "",
           const BookFiles& files = kBook) {
  Config config;
  for (const auto& [from, to] : rules) {
    RedirectRule rule;
    rule.from.value = from;
    rule.to.value = to;
    config.redirects.push_back(rule);
  }
  const BuiltSite built(files, config);
  std::string found;
  for (const Redirect& redirect : built.site.redirects) {
    found += redirect.from + ">";
    found +=
        redirect.target ? built.site.pages[redirect.target.index].permalink : redirect.external;
    found += (redirect.fragment.empty() ? "" : "#" + redirect.fragment) + " ";
  }
  CHECK(found == expected);
  CHECK(built.codes() == codes);
}

TEST_SUITE("redirects") {
  TEST_CASE("to a page, however it is written") {
    check({{"old", "a/b.md"}}, "old>a/b.html ");
    check({{"/old/", "/a/b"}}, "old>a/b.html ");
    check({{"old", "a/"}}, "old>a/index.html ");
    check({{"old", "./a/b.md#c"}}, "old>a/b.html#c ");
    check({{"old", "/"}}, "old>index.html ");
  }
  TEST_CASE("to the web") { check({{"old", "https://a.b"}}, "old>https://a.b "); }
  TEST_CASE("the old address of a file") {
    check({{"old.md", "a/b.md"}, {"x/README.md", "a/b.md"}}, "old>a/b.html x>a/b.html ");
  }
  TEST_CASE("chains are followed") {
    check({{"x", "y"}, {"y", "z"}, {"z", "a/b.md"}}, "x>a/b.html y>a/b.html z>a/b.html ");
  }
  TEST_CASE("circles are reported") {
    check({{"x", "y"}, {"y", "x"}}, "", "broken-redirect broken-redirect ");
    check({{"x", "x"}}, "", "broken-redirect ");
  }
  TEST_CASE("a redirect to nowhere is reported") {
    check({{"x", "none.md"}}, "", "broken-redirect ");
  }
  TEST_CASE("a redirect never takes the place of a page") {
    check({{"a/b", "a/README.md"}}, "", "shadowed-redirect ");
    check({{"A/B", "a/README.md"}}, "", "shadowed-redirect ");
    check({{"a", "a/b.md"}}, "", "shadowed-redirect ");
  }
  TEST_CASE("one from a page to itself is nothing to speak of") { check({{"a/b", "a/b.md"}}, ""); }
  TEST_CASE("no address of the site") {
    check({{"/", "a/b.md"}}, "", "broken-redirect ");
    check({{"../x", "a/b.md"}}, "", "broken-redirect ");
  }
  TEST_CASE("a page may ask for its old addresses") {
    check({}, "old>new.html ", "",
          {{"README.md", "# H"}, {"new.md", "---\nredirect_from: /old\n---\n\n# N"}});
  }
  TEST_CASE("old addresses are found in any letter case, with or without their ending") {
    Config config;
    RedirectRule rule;
    rule.from.value = "Old/Page";
    rule.to.value = "a/b.md";
    config.redirects.push_back(rule);
    const BuiltSite built(kBook, config);
    for (const char* path : {"old/page", "Old/Page.md", "/old/page/", "old/page/README.md"}) {
      CAPTURE(path);
      CHECK(built.site.find_redirect(path) != nullptr);
    }
    CHECK(built.site.find_redirect("old") == nullptr);
  }
}

}  // namespace
}  // namespace carnet
