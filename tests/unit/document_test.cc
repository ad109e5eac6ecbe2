#include "markdown/document.h"

#include <doctest/doctest.h>

#include "parsed_document.h"

namespace carnet {
namespace {

void check_words(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(to_plain_text(ParsedText(std::string(text)).document.root()) == expected);
}

// The ids that the author wrote, and the words that a generated one is made of.
void check_anchor(std::string_view text, std::string_view ids, std::string_view words) {
  CAPTURE(text);
  const ParsedText parsed{std::string(text)};
  REQUIRE(parsed.document.anchors.size() == 1);
  std::string written;
  for (const std::string& id : parsed.document.anchors[0].explicit_ids) written += id + " ";
  CHECK(written == ids);
  CHECK(parsed.document.anchors[0].text == words);
}

void check_links(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  const ParsedText parsed{std::string(text)};
  std::string found;
  for (const Link& link : parsed.document.links) {
    constexpr std::string_view kKinds[] = {"page", "image", "file", "web"};
    found += std::string(kKinds[static_cast<std::size_t>(link.kind)]) +
             (link.is_mention ? "!" : "") + ":" + std::string(link.destination) + " ";
  }
  CHECK(found == expected);
}

TEST_SUITE("plain text") {
  TEST_CASE("words without their mark-up") {
    check_words("a **b** *c* `d` ~~e~~", "a b c d e");
    check_words("[a](b) ![c](d) <https://e.f>", "a c https://e.f");
    check_words("a\nb  \nc", "a b c");
    check_words("a &amp; b \\*", "a & b *");
  }
  TEST_CASE("raw HTML has the words of its elements") {
    check_words("a <b>c</b> <img src=\"x\" alt=\"d\">", "a c d");
  }
}

TEST_SUITE("document") {
  TEST_CASE("a heading's words and the ids its author gave it") {
    check_anchor("# A **b**", "", "A b");
    check_anchor("# A <a href=\"#x\" id=\"x\"></a>", "x ", "A");
    check_anchor("# A <a id=\"x\"></a><a id=\"y\"></a>", "x y ", "A");
    check_anchor("# A {#x}", "x ", "A");
    check_anchor("# A\u200B \uFEFF", "", "A");
  }
  TEST_CASE("an id alone is a place without words") { check_anchor("<a id=\"x\"></a>", "x ", ""); }
  TEST_CASE("a summary and a tab are places") {
    check_anchor("<details><summary>S</summary>\n\nb\n\n</details>", "", "S");
    check_anchor("{% tabs %}\n{% tab title=\"T\" %}\nb\n{% endtab %}\n{% endtabs %}", "", "T");
  }
  TEST_CASE("links of every kind, in the order of the text") {
    check_links("[a](b.md) ![c](d.png) <https://e.f>", "page:b.md image:d.png page:https://e.f ");
    check_links("<a href=\"b.md\">a</a> <img src=\"c.png\">", "page:b.md image:c.png ");
    check_links("{% embed url=\"https://a.b\" %}", "web:https://a.b ");
    check_links("{% file src=\"a.pdf\" %}", "file:a.pdf ");
    check_links("[a]\n\n[a]: b.md", "page:b.md ");
  }
  TEST_CASE("a mention takes its target's title") {
    check_links("[a](b.md \"mention\")", "page!:b.md ");
  }
  TEST_CASE("a content-ref is two links: both have to be mended when the page moves") {
    check_links("{% content-ref url=\"a.md\" %}\n[a.md](a.md)\n{% endcontent-ref %}",
                "page:a.md page:a.md ");
  }
  TEST_CASE("the mark of a heading is no link") {
    check_links("# A <a href=\"#x\" id=\"x\"></a>", "");
  }
  TEST_CASE("escapes and entities of a destination are decoded, percent signs are not") {
    check_links("[a](b\\_c&amp;d%20e.md)", "page:b_c&d%20e.md ");
    check_links("[a](<b c (d).md>)", "page:b c (d).md ");
  }
}

}  // namespace
}  // namespace carnet
