#include "markdown/locate.h"

#include <doctest/doctest.h>

#include "parsed_document.h"

namespace carnet {
namespace {

// What the author's links look like at the places that messages name.
void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const ParsedText parsed{std::string(text)};
  std::string found;
  for (const Link& link : parsed.document.links) {
    const Span span = locate_link(parsed.document, parsed.text(), link);
    found += std::string(parsed.sources.text(span)) + " ";
  }
  CHECK(found == expected);
}

TEST_SUITE("locate_link") {
  TEST_CASE("a link in a line") { check("Voir [l'été](a.md) d'abord", "[l'été](a.md) "); }
  TEST_CASE("two links in a line") {
    check("[a](x.md), [b](x.md)", "[a](x.md) [b](x.md) ");
    check("été [a](x.md) é [b](y.md)", "[a](x.md) [b](y.md) ");
  }
  TEST_CASE("on indented continuation lines") {
    check("* a\n  [b](x.md) c [d](y.md)", "[b](x.md) [d](y.md) ");
    check("a\n      b [c](x.md)", "[c](x.md) ");
    check("> a\n> b [c](x.md)", "[c](x.md) ");
  }
  TEST_CASE("in a table, also behind an escaped bar") {
    check("| a | b |\n|---|---|\n| x \\| y | [c](x.md) |", "[c](x.md) ");
  }
  TEST_CASE("an image, also one in a link") {
    check("a ![b](x.png)", "![b](x.png) ");
    check("[![a](x.png)](y.md)", "[![a](x.png)](y.md) ![a](x.png) ");
  }
  TEST_CASE("a link of several lines") { check("a [b\nc](x.md) d", "[b\nc](x.md) "); }
  TEST_CASE("an autolink") { check("a <https://a.b> c", "<https://a.b> "); }
  TEST_CASE("a bare address") { check("a https://a.b/c d", "https://a.b/c "); }
  TEST_CASE("a reference") {
    check("a [b][c] d\n\n[c]: x.md", "[b][c] ");
    check("a [c] d\n\n[c]: x.md", "[c] ");
  }
  TEST_CASE("a destination with escapes and parentheses") {
    check("[a](x\\_y.md) [b](<x (1).md>)", "[a](x\\_y.md) [b](<x (1).md>) ");
    check("[a](x(1).md)", "[a](x(1).md) ");
  }
  TEST_CASE("an attribute of HTML or of a block is exact") {
    check("a <a href=\"x.md\">b</a>", "\"x.md\" ");
    check("{% content-ref url=\"x.md\" %}\n[x](x.md)\n{% endcontent-ref %}", "x.md [x](x.md) ");
  }
  TEST_CASE("behind a tag on the same line") {
    check("{% hint %} a [b](x.md) {% endhint %}", "[b](x.md) ");
  }
}

}  // namespace
}  // namespace carnet
