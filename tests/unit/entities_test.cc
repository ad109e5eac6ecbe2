#include "html/entities.h"

#include <doctest/doctest.h>

#include <string_view>

namespace carnet {
namespace {

void check(std::string_view text, std::string_view expected) {
  CHECK(decode_entities(text, EntityPlace::Text) == expected);
}

void check_value(std::string_view text, std::string_view expected) {
  CHECK(decode_entities(text, EntityPlace::AttributeValue) == expected);
}

TEST_SUITE("entities") {
  TEST_CASE("names") {
    check("&lt;&eacute;&nbsp;&CounterClockwiseContourIntegral;", "<é\xC2\xA0∳");
    check("&bne;", "=\u20E5");
  }
  TEST_CASE("numbers") { check("&#233;&#xE9;&#X1f680;&#x41", "éé🚀A"); }
  TEST_CASE("numbers that no character has") {
    check("&#0;&#xD800;&#x110000;&#99999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD");
  }
  TEST_CASE("numbers of Windows-1252") { check("&#146;&#x80;", "\u2019€"); }
  TEST_CASE("a few names need no semicolon") {
    check("&copy 1 &ampx &notin; &notx &hellip", "© 1 &x ∉ ¬x &hellip");
  }
  TEST_CASE("in an attribute they do, before a letter or an equals sign") {
    check_value("?a=1&copy=2&reg3&amp=&lt", "?a=1&copy=2&reg3&amp=<");
  }
  TEST_CASE("what is none stays") {
    check("a & b &; &# &#x; &unknown; &", "a & b &; &# &#x; &unknown; &");
  }
  TEST_CASE("only once") { check("&amp;lt;", "&lt;"); }
  TEST_CASE("NUL") {
    check(std::string_view("a\0b", 3), "a\uFFFDb");
    CHECK(has_entities(std::string_view("a\0b", 3)));
    CHECK(!has_entities("a;b"));
  }
}

}  // namespace
}  // namespace carnet
