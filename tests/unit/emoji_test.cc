#include "symbols/emoji.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace carnet {
namespace {

void check(std::string_view text, std::string_view expected) {
  CHECK(replace_emoji_names(text).value_or("nothing") == expected);
}

TEST_SUITE("emoji") {
  TEST_CASE("an emoji has the names of several programs") {
    CHECK(find_emoji("house") == "🏠");
    CHECK(find_emoji("flag_fr") == "🇫🇷");
    CHECK(find_emoji("tools") == find_emoji("hammer_and_wrench"));
    CHECK(find_emoji("de") == "🇩🇪");
    CHECK(find_emoji("marque-page").empty());
    CHECK(find_emoji("").empty());
  }

  TEST_CASE("names in a text are replaced where they are words of their own") {
    check("a :house: b", "a 🏠 b");
    check(":flag_fr::flag_de:", "🇫🇷🇩🇪");
    check(":nope: :+1:", ":nope: 👍");
    check("(:x:)", "(❌)");
    for (std::string_view text : {"", ":", "::", "10:100:45", "a:house:b", ":house", "x::house::y",
                                  ":HOUSE:", ": house :"}) {
      check(text, "nothing");
    }
  }

  TEST_CASE("a code is made of code points") {
    CHECK(emoji_of_code("1f680") == "🚀");
    CHECK(emoji_of_code("1F468-200d-1f4bb") == "👨\u200D💻");
    for (std::string_view code : {"", "-", "zz", "1f680-", "d800", "110000", "a", "1f680 "}) {
      CHECK(emoji_of_code(code).empty());
    }
  }
}

}  // namespace
}  // namespace carnet
