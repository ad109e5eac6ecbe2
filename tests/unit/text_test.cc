#include "base/text.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view a, std::string_view b, std::size_t limit, std::size_t expected) {
  CAPTURE(a);
  CAPTURE(b);
  CHECK(edit_distance(a, b, limit) == expected);
  CHECK(edit_distance(b, a, limit) == expected);
}

TEST_SUITE("without_escapes") {
  TEST_CASE("a backslash before punctuation is an escape") {
    CHECK(without_escapes("a\\_b \\\\ \\*") == "a_b \\ *");
  }
  TEST_CASE("before anything else it is a backslash") {
    CHECK(without_escapes("C:\\new \\") == "C:\\new \\");
    CHECK(without_escapes("\\é") == "\\é");
  }
}

TEST_SUITE("edit_distance") {
  TEST_CASE("equal texts are no distance apart") {
    check("", "", 3, 0);
    check("hint", "hint", 0, 0);
  }
  TEST_CASE("a letter more, less or other counts one") {
    check("hint", "hin", 3, 1);
    check("hint", "hints", 3, 1);
    check("hint", "hunt", 3, 1);
    check("kitten", "sitting", 9, 3);
  }
  TEST_CASE("two letters in the wrong order count two") { check("tbas", "tabs", 3, 2); }
  TEST_CASE("beyond the limit it is the limit and one") {
    check("kitten", "sitting", 2, 3);
    check("a", "abcdefgh", 2, 3);
    check("a", "b", 0, 1);
  }
}

TEST_SUITE("text") {
  TEST_CASE("code points of every length are read and written") {
    const std::string text = "aé€😀";
    std::size_t i = 0;
    std::string again;
    for (char32_t expected : U"aé€😀") {
      if (expected == 0) break;
      const char32_t c = next_code_point(text, i);
      CHECK(c == expected);
      append_code_point(again, c);
    }
    CHECK(i == text.size());
    CHECK(again == text);
    CHECK(count_code_points(text) == 4);
  }
  TEST_CASE("a malformed byte is one replacement character") {
    for (const char* text : {"\x80", "\xC3", "\xC3x", "\xE2\x82", "\xF0\x9F\x98", "\xFF"}) {
      CAPTURE(text);
      std::size_t i = 0;
      CHECK(next_code_point(text, i) == U'\uFFFD');
      CHECK(i == 1);
    }
  }
  TEST_CASE("a prefix cuts no character in two") {
    CHECK(prefix_of("été", 0).empty());
    CHECK(prefix_of("été", 1).empty());
    CHECK(prefix_of("été", 2) == "é");
    CHECK(prefix_of("été", 4) == "ét");
    CHECK(prefix_of("été", 99) == "été");
    CHECK(prefix_of("a😀", 4) == "a");
  }
  TEST_CASE("splitting gives one part more than there are separators") {
    CHECK(split("", ',').size() == 1);
    CHECK(split(",", ',').size() == 2);
    CHECK(split("a,b", ',').back() == "b");
  }
  TEST_CASE("replaced text is not replaced again") {
    CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
    CHECK(replace_all("abab", "ab", "") == "");
  }
  TEST_CASE("trimming knows every white space of ASCII") { CHECK(trim(" \t\r\n\f\vx \n") == "x"); }
}

}  // namespace
}  // namespace carnet
