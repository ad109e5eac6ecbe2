#include "base/color.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

double contrast(std::string_view one, std::string_view other) {
  return contrast_ratio(*parse_color(one), *parse_color(other));
}

std::string readable(std::string_view color, std::string_view ground) {
  return to_hex(with_contrast(*parse_color(color), *parse_color(ground), 4.5));
}

}  // namespace

TEST_SUITE("color") {
  TEST_CASE("is read and written in hexadecimal") {
    CHECK(to_hex(*parse_color("#1f4b9b")) == "#1f4b9b");
    CHECK(to_hex(*parse_color("#FA0")) == "#ffaa00");
    CHECK(to_hex(*parse_color("#fa08")) == "#ffaa00");
    CHECK(parse_color("#00000080")->alpha == doctest::Approx(0.502).epsilon(0.001));
    for (const char* text : {"", "#", "#12", "#12345", "#xyz", "red", "1f4b9b", "#1f4b9b9"}) {
      CAPTURE(text);
      CHECK(!parse_color(text));
    }
  }

  TEST_CASE("contrast is that of WCAG") {
    CHECK(contrast("#000", "#fff") == doctest::Approx(21));
    CHECK(contrast("#fff", "#fff") == doctest::Approx(1));
    CHECK(contrast("#767676", "#fff") == doctest::Approx(4.54).epsilon(0.002));
    CHECK(contrast("#fff", "#767676") == doctest::Approx(4.54).epsilon(0.002));
    CHECK(contrast("#ffff00", "#fff") == doctest::Approx(1.07).epsilon(0.005));
  }

  TEST_CASE("what shines through is seen on the ground") {
    CHECK(contrast("#00000080", "#fff") == doctest::Approx(contrast("#7f7f7f", "#fff")));
    CHECK(contrast("#0000", "#fff") == doctest::Approx(1));
  }

  TEST_CASE("the nearest colour that can be read is darker on light, lighter on dark") {
    CHECK(readable("#1f4b9b", "#fff") == "#1f4b9b");
    const std::string darker = readable("#ffcc00", "#ffffff");
    CHECK(contrast(darker, "#fff") >= 4.5);
    CHECK(contrast(darker, "#fff") < 4.8);
    const std::string lighter = readable("#1f4b9b", "#252b36");
    CHECK(contrast(lighter, "#252b36") >= 4.5);
    CHECK(contrast(lighter, "#252b36") < 4.8);
    CHECK(contrast(readable("#777", "#777"), "#777") >= 4.5);
  }
}

}  // namespace carnet
