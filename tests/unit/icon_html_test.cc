#include "render/icon_html.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("icon_html") {
  TEST_CASE("an icon is named in any of the ways that authors name it") {
    const std::string house = icon_html("house");
    CHECK(house.starts_with(
        "<svg class=\"fa\" viewBox=\"0 0 512 512\" aria-hidden=\"true\"><path d=\"M"));
    CHECK(icon_html("fa-house") == house);
    CHECK(icon_html("fa-solid fa-house") == house);
  }

  TEST_CASE("the outlined icon is another one, and the solid one stands in for it") {
    CHECK(icon_html("fa-regular fa-star") != icon_html("star"));
    CHECK(icon_html("fa-regular fa-anchor") == icon_html("anchor"));
  }

  TEST_CASE("an icon that nobody has is nothing") {
    CHECK(icon_html("face-glasses").empty());
    CHECK(icon_html("").empty());
  }
}

}  // namespace
}  // namespace carnet
