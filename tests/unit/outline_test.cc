#include "render/outline.h"

#include <doctest/doctest.h>

#include "built_site.h"
#include "render/page_context.h"

namespace carnet {
namespace {

void check(const std::string& text, std::string_view expected) {
  CAPTURE(text);
  const BuiltSite built({{"README.md", text}});
  CHECK(outline_html(built.page("README.md")) == expected);
}

TEST_SUITE("outline") {
  TEST_CASE("fewer than two headings need no way around") {
    check("# T\n\n## A\n", "");
    check("# T\n", "");
  }
  TEST_CASE("headings of the third level stand in those of the second") {
    check("# T\n\n## A\n\n### B\n\n## C\n",
          "<ul><li><a href=\"#a\">A</a><ul><li><a href=\"#b\">B</a></li></ul></li>"
          "<li><a href=\"#c\">C</a></li></ul>");
  }
  TEST_CASE("a third level without a second stands on its own") {
    check("# T\n\n### A\n\n## B\n",
          "<ul><li><a href=\"#a\">A</a></li><li><a href=\"#b\">B</a></li></ul>");
  }
  TEST_CASE("a page that begins with the third level has the fourth in it") {
    check("# T\n\n### A\n\n#### B\n\n##### C\n\n### D\n",
          "<ul><li><a href=\"#a\">A</a><ul><li><a href=\"#b\">B</a></li></ul></li>"
          "<li><a href=\"#d\">D</a></li></ul>");
  }
  TEST_CASE("methods of an API stand below the heading before them") {
    check(
        "# T\n\n## A\n\n{% swagger method=\"get\" path=\"/b\" baseUrl=\"https://b.org\" "
        "summary=\"B\" %}\n"
        "{% endswagger %}\n\n## C\n",
        "<ul><li><a href=\"#a\">A</a><ul><li><a href=\"#b\">B</a></li></ul></li>"
        "<li><a href=\"#c\">C</a></li></ul>");
  }
  TEST_CASE("deeper levels are left out, words are escaped") {
    check("# T\n\n## A & B\n\n#### C\n\n## D\n",
          "<ul><li><a href=\"#a-and-b\">A &amp; B</a></li><li><a href=\"#d\">D</a></li></ul>");
  }
}

}  // namespace
}  // namespace carnet
