#include "html/safe_url.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

std::string cleaned(std::string_view url, UrlPlace place = UrlPlace::Link) {
  return clean_url(url, place).value_or("(refused)");
}

TEST_SUITE("safe_url") {
  TEST_CASE("relative addresses are fine, whatever they look like") {
    for (const char* url : {"", "#a", "?q=a:b", "a/b:c", "../a b (1).png", "//a.b/c", "é.md"}) {
      CHECK(cleaned(url) == url);
    }
  }
  TEST_CASE("schemes that lead somewhere") {
    for (const char* url : {"http://a", "HTTPS://a", "mailto:a@b", "tel:+1", "sms:1", "ftp://a"}) {
      CHECK(cleaned(url) == url);
    }
  }
  TEST_CASE("all others are refused") {
    for (const char* url : {"javascript:x", "JavaScript:x", "vbscript:x", "data:text/html,x",
                            "blob:x", "file:///etc/passwd", "view-source:x", "x:y"}) {
      CHECK(cleaned(url) == "(refused)");
    }
  }
  TEST_CASE("browsers see through control characters") {
    CHECK(cleaned("java\tscript:x") == "(refused)");
    CHECK(cleaned("java\nscri\r\npt:x") == "(refused)");
    CHECK(cleaned(" \x01javascript:x") == "(refused)");
    CHECK(cleaned("  a.md\n") == "a.md");
  }
  TEST_CASE("small pictures may stand in the address of an image") {
    CHECK(cleaned("data:image/png;base64,AA", UrlPlace::Image) == "data:image/png;base64,AA");
    CHECK(cleaned("DATA:image/WebP,AA", UrlPlace::Image) == "DATA:image/WebP,AA");
    CHECK(cleaned("data:image/svg+xml,x", UrlPlace::Image) == "(refused)");
    CHECK(cleaned("data:image/png,AA") == "(refused)");
  }
}

}  // namespace
}  // namespace carnet
