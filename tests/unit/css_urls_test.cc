#include "theme/css_urls.h"

#include <doctest/doctest.h>

#include <string>

namespace carnet {
namespace {

// Each address, and what is written for it; `@` marks an import.
void check(std::string_view css, std::string_view expected) {
  std::string found;
  for (const CssUrl& url : find_css_urls(css)) {
    if (url.use == CssUrl::Use::Import) found += "@";
    found += url.address + " = " + std::string(css.substr(url.begin, url.end - url.begin)) + "; ";
  }
  CHECK(found == expected);
}

TEST_SUITE("find_css_urls") {
  TEST_CASE("with and without quotes") {
    check("a{b:url(c.svg)}", "c.svg = c.svg; ");
    check("a{b:url( \"c d.svg\" )}", "c d.svg = \"c d.svg\"; ");
    check("a{b:URL('c.svg') url(d)}", "c.svg = 'c.svg'; d = d; ");
  }
  TEST_CASE("imports") {
    check("@import \"a.css\";b{c:d}", "@a.css = \"a.css\"; ");
    check("@import url(a.css) print;", "@a.css = a.css; ");
    check("@media print{a{b:\"c\"}}", "");
  }
  TEST_CASE("comments, strings and other names hold none") {
    check("/* url(a) */ b{content:\"url(c)\"}", "");
    check("a{b:my-url(c);d:urls(e)}", "");
  }
  TEST_CASE("escapes are read") { check("a{b:url(c\\)d)}", "c)d = c\\)d; "); }
  TEST_CASE("what has no end") {
    check("a{b:url(", " = ; ");
    check("a{b:url(\"c", "c = \"c; ");
    check("/* a", "");
    check("\"a\\", "");
    check("a{b:url(\\", "\\ = \\; ");
  }
}

}  // namespace
}  // namespace carnet
