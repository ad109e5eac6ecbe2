#include "render/theme_colors.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {
namespace {

constexpr std::string_view kCss =
    ":root{--accent:light-dark(#1f4b9b,#a3c0f5);--sunk:light-dark(#e9ebf0,#252b36)}";

ColorSetting color(std::string name, std::string light, std::string dark) {
  ColorSetting setting;
  setting.name = std::move(name);
  setting.light.value = std::move(light);
  setting.dark.value = std::move(dark);
  return setting;
}

std::string css_of(std::vector<ColorSetting> colors, std::string_view css = kCss) {
  Config config;
  config.colors = std::move(colors);
  return colors_css(config, css);
}

std::size_t count_problems(std::vector<ColorSetting> colors, std::string_view css = kCss) {
  Config config;
  config.colors = std::move(colors);
  Diagnostics diagnostics;
  check_colors(config, css, diagnostics);
  return diagnostics.all().size();
}

}  // namespace

TEST_SUITE("theme colors") {
  TEST_CASE("a book's colours take the place of the theme's") {
    CHECK(css_of({}) == "");
    CHECK(css_of({color("primary", "#123456", "#abcdef"), color("danger", "#111", "#eee")}) ==
          ":root{--accent:light-dark(#123456,#abcdef);--danger:light-dark(#111,#eee)}\n");
  }

  TEST_CASE("one that is not written is made of the other") {
    CHECK(css_of({color("primary", "#1f4b9b", "")}) ==
          ":root{--accent:light-dark(#1f4b9b,#7993c3)}\n");
    CHECK(css_of({color("primary", "", "#abcdef")}) ==
          ":root{--accent:light-dark(#1f4b9b,#abcdef)}\n");
    CHECK(css_of({color("info", "#123456", "")}, "") ==
          ":root{--info:light-dark(#123456,#123456)}\n");
  }

  TEST_CASE("what cannot be read is reported, for each kind of page") {
    CHECK(count_problems({color("primary", "#1f4b9b", "#a3c0f5")}) == 0);
    CHECK(count_problems({color("primary", "#a3c0f5", "#1f4b9b")}) == 2);
    CHECK(count_problems({color("primary", "#a3c0f5", "#1f4b9b")}, "a{}") == 0);
  }
}

}  // namespace carnet
