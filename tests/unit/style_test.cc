#include "html/style.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("style") {
  TEST_CASE("the properties that GitBook writes") {
    HtmlStyle style = parse_style("color: RED; background-color:$warning ;text-align:Center");
    CHECK(style.color == "red");
    CHECK(style.background == "warning");
    CHECK(style.text_align == "center");
  }
  TEST_CASE("anything else means nothing") {
    HtmlStyle style = parse_style(
        "color:#ff0000;background:url(javascript:x);text-align:start;position:fixed;;:;x");
    CHECK(style.color == "");
    CHECK(style.background == "");
    CHECK(style.text_align == "");
  }
  TEST_CASE("what means nothing does not undo what did") {
    CHECK(parse_style("color:red;color:var(--x)").color == "red");
  }
  TEST_CASE("lengths") {
    HtmlStyle style = parse_style("width: 12.5px; height:50%");
    CHECK(style.width == "12.5");
    CHECK(style.height == "50%");
    CHECK(parse_length(" 320 ") == "320");
    for (const char* wrong : {"", "px", "%", "-1", "1em", "auto", ".5", "1.2.3", "calc(1px)"}) {
      CHECK(parse_length(wrong) == "");
    }
  }
  TEST_CASE("alignments") {
    CHECK(find_alignment(" LEFT") == "left");
    CHECK(find_alignment("middle") == "");
    CHECK(find_vertical_alignment("middle") == "middle");
  }
}

}  // namespace
}  // namespace carnet
