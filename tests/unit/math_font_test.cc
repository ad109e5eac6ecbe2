#include "render/math_font.h"

#include <doctest/doctest.h>

#include "built_files.h"

namespace carnet {
namespace {

TEST_SUITE("font of formulas") {
  TEST_CASE("a site with a formula brings the font that draws it") {
    BuiltFiles site{{"README.md", "# A\n\n$$x^2$$\n"}};
    CHECK(site.says("_carnet/parts/math.css", "src:url(../math.woff2)"));
    CHECK(site.says("_carnet/parts/math.css", "\"Carnet Math\",math"));
    const std::string font = site.disk.bytes("/site/_carnet/math.woff2").value_or("");
    CHECK(font.starts_with("wOF2"));
    CHECK(font.size() > 100'000);
  }

  TEST_CASE("one without has none") {
    BuiltFiles site{{"README.md", "# A\n\n`$$x^2$$`\n"}};
    CHECK_FALSE(site.has("_carnet/math.woff2"));
    CHECK_FALSE(site.says("_carnet/parts/math.css", "@font-face"));
  }
}

}  // namespace
}  // namespace carnet
