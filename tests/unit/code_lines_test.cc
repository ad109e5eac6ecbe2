#include "render/code/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "render/code/colours.h"

namespace carnet {
namespace {

std::string in_plain_lines(std::string_view html) { return in_lines(html, {}); }

TEST_SUITE("code_lines") {
  TEST_CASE("each line is an element") {
    CHECK(in_plain_lines("").empty());
    CHECK(in_plain_lines("a") == "<span class=\"line\">a</span>");
    CHECK(in_plain_lines("a\n\nb") ==
          "<span class=\"line\">a\n</span><span class=\"line\">\n</span><span "
          "class=\"line\">b</span>");
  }

  TEST_CASE("an element that goes on is closed and opened again, without its id") {
    CHECK(in_plain_lines("<a id=\"x\" href=\"y\">a\nb</a>") ==
          "<span class=\"line\"><a id=\"x\" href=\"y\">a\n</a></span><span class=\"line\"><a "
          "href=\"y\">b</a></span>");
    CHECK(in_plain_lines("<b>a\n</b>") == "<span class=\"line\"><b>a\n</b></span>");
  }

  TEST_CASE("elements without an end stay open nowhere") {
    CHECK(in_plain_lines("<img>a\nb<path d=\"\"/>") ==
          "<span class=\"line\"><img>a\n</span><span class=\"line\">b<path d=\"\"/></span>");
  }

  TEST_CASE("what would be multiplied stays without lines") {
    const std::string html =
        "<a href=\"" + std::string(10'000, 'x') + "\">" + std::string(10'000, '\n') + "</a>";
    CHECK(in_plain_lines(html) == html);
  }

  TEST_CASE("tokens are closed at the end of a piece and opened in the next") {
    CodeColours colours("ab<c", {{0, 4, "string"}, {1, 3, "tag x"}});
    std::string html;
    colours.append(0, 2, html);
    CHECK(html == "<span class=\"token string\">a<span class=\"token tag x\">b</span></span>");
    html.clear();
    colours.append(2, 4, html);
    CHECK(html == "<span class=\"token string\"><span class=\"token tag x\">&lt;</span>c</span>");
  }

  TEST_CASE("tokens between two pieces are passed over") {
    CodeColours colours("abcd", {{0, 1, "a"}, {1, 2, "b"}, {2, 4, "c"}});
    std::string html;
    colours.append(0, 1, html);
    colours.append(3, 4, html);
    CHECK(html == "<span class=\"token a\">a</span><span class=\"token c\">d</span>");
  }
}

}  // namespace
}  // namespace carnet
