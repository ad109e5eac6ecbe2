#include "search/page_text.h"

#include <doctest/doctest.h>

#include <string>

namespace carnet {
namespace {

// The sections of a page, one a line: `heading # anchor: text`.
std::string sections_of(std::string_view html) {
  std::string lines;
  for (const SearchSection& section : read_page_text(html))
    lines += section.heading + "#" + section.anchor + ": " + section.text + "\n";
  return lines;
}

TEST_SUITE("page_text") {
  TEST_CASE("a page is cut at its headings, which stand below others") {
    CHECK(sections_of("<p>A</p>\n<h2 id=\"b\">B</h2>\n<p>C</p><h3 id=\"d\">D &amp; <em>E</em></h3>"
                      "<h2 id=\"f\">F</h2><p>G</p>") ==
          "#: A\n"
          "B#b: C\n"
          "B › D & E#d: \n"
          "F#f: G\n");
  }
  TEST_CASE("a page without text has one section") { CHECK(sections_of("") == "#: \n"); }
  TEST_CASE("blocks part words, what is within a line does not") {
    CHECK(sections_of("<ul><li>un</li><li>deux</li></ul>") == "#: un deux\n");
    CHECK(sections_of("<p>pro<strong>jet</strong> fin<br>né</p>") == "#: projet fin né\n");
  }
  TEST_CASE("parts of a block that stand side by side are parted, code is not") {
    CHECK(sections_of(
              "<span>plan</span><span>PDF</span> <a><strong>T</strong><small>D</small></a>") ==
          "#: plan PDF T D\n");
    CHECK(sections_of("<pre><code><span>foo</span><span>()</span></code></pre>") == "#: foo()\n");
  }
  TEST_CASE("what is not for readers is left out") {
    CHECK(sections_of("<p>a <button type=\"button\">Copy <b>it</b></button>b</p>"
                      "<svg><title>x</title><path d=\"\"/></svg>"
                      "<span class=\"vh\">c</span><i aria-hidden=\"true\">d<br>e</i>"
                      "<p hidden>f</p><span data-no-search>g</span>h<!-- i -->") == "#: a b h\n");
  }
  TEST_CASE("pictures are found by their alternative text") {
    CHECK(sections_of("<p>a<img src=\"x\" alt=\"le &quot;plan&quot;\">b</p>") ==
          "#: a le \"plan\" b\n");
  }
  TEST_CASE("text is in NFC, without what is not seen") {
    CHECK(sections_of("<p>e\u0301te\u0301\u200B  x\u00AD\n\ty &#233;&#x2019;</p>") ==
          "#: été x y é’\n");
    CHECK(sections_of("<p>\U0001F477\u200D♀\uFE0F</p>") == "#: \U0001F477\u200D♀\uFE0F\n");
  }
  TEST_CASE("a heading without an id is text, and so is a lone ampersand") {
    CHECK(sections_of("<h3>a</h3>b & c &unknown;") == "#: a b & c &unknown;\n");
  }
  TEST_CASE("a very long text is several sections of the same heading") {
    std::string html = "<h2 id=\"x\">X</h2>";
    while (html.size() < 3 * kLongestSection) html += "mot ";
    const auto sections = read_page_text(html);
    REQUIRE(sections.size() == 4);
    for (std::size_t i = 1; i < sections.size(); ++i) {
      CHECK(sections[i].anchor == "x");
      CHECK(sections[i].heading == "X");
      CHECK(sections[i].text.size() <= kLongestSection);
      CHECK(sections[i].text.ends_with("mot"));
    }
  }
}

}  // namespace
}  // namespace carnet
