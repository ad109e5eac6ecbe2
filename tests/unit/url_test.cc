#include "base/url.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check_scheme(std::string_view url, std::string_view expected) {
  CAPTURE(url);
  CHECK(scheme_of(url) == expected);
}

void check_host(std::string_view url, std::string_view expected) {
  CAPTURE(url);
  CHECK(host_of(url) == expected);
}

void check_origin(std::string_view url, std::string_view expected) {
  CAPTURE(url);
  CHECK(origin_of(url) == expected);
}

TEST_SUITE("url") {
  TEST_CASE("an origin is the scheme, the host and the port of an address on the web") {
    check_origin("https://Example.org/a?b#c", "https://example.org");
    check_origin("http://user:secret@example.org:8080/", "http://example.org:8080");
    check_origin("https://[::1]/", "https://[::1]");
    check_origin("https://example.org:abc/", "https://example.org");
  }
  TEST_CASE("an origin holds nothing that could mean something else in a policy") {
    for (const char* url : {"https://a;script-src/", "https://a'b/", "https://a%20b/", "https:///a",
                            "ftp://example.org/", "//example.org/", "example.org", "mailto:a@b"}) {
      check_origin(url, "");
    }
  }
  TEST_CASE("a scheme is a word before a colon") {
    check_scheme("https://a.b", "https");
    check_scheme("MAILTO:a@b", "mailto");
    check_scheme("web+x-1.0:a", "web+x-1.0");
  }
  TEST_CASE("other colons are none") {
    for (const char* url :
         {"C:\\file", "a/b:c", "#a:b", "?a:b", ":a", "1a:b", "été:b", "a b:c", ""}) {
      check_scheme(url, "");
    }
  }
  TEST_CASE("a host has no user, no port and no letter case") {
    check_host("https://User:pw@Example.org:8080/a?b#c", "example.org");
    check_host("//example.org", "example.org");
    check_host("https://[::1]:80/", "[::1]:80");
    check_host("https://evil.org\\@good.org", "evil.org");
  }
  TEST_CASE("what has no host") {
    check_host("mailto:a@b.c", "");
    check_host("a/b.md", "");
    check_host("a.md?from=https://example.org", "");
    check_host("mailto:a@b.c?body=http://example.org", "");
  }
  TEST_CASE("a path of a file is encoded byte by byte") {
    CHECK(encode_path("a/b-c_d.e~f") == "a/b-c_d.e~f");
    CHECK(encode_path("a b%20c#d?e:f&g") == "a%20b%2520c%23d%3Fe%3Af%26g");
    CHECK(encode_path("é") == "%C3%A9");
    CHECK(encode_path("a\"<>\\") == "a%22%3C%3E%5C");
  }
  TEST_CASE("an author's address keeps what is encoded") {
    CHECK(encode_url("https://a.b/c d?e=f&g#h") == "https://a.b/c%20d?e=f&g#h");
    CHECK(encode_url("a%20b") == "a%20b");
    CHECK(encode_url("100%") == "100%25");
    CHECK(encode_url("a%2") == "a%252");
    CHECK(encode_url("é\"") == "%C3%A9%22");
  }
  TEST_CASE("percent signs are decoded once, and only if they mean something") {
    CHECK(decode_percent("a%20b%C3%A9") == "a bé");
    CHECK(decode_percent("%2520") == "%20");
    CHECK(decode_percent("100%") == "100%");
    CHECK(decode_percent("%u2019%") == "%u2019%");
    CHECK(decode_percent("%4g%aF") == "%4g\xAF");
  }
  TEST_CASE("every name survives its way into an address and back") {
    for (const char* name : {"a%2Fb.png", "é à.md", "a#b?c.md", "100%.md", "a+b&c"}) {
      CHECK(decode_percent(encode_path(name)) == name);
    }
  }
  TEST_CASE("an address in parts") {
    const UrlParts parts = split_url("a?b#c?d#e");
    CHECK(parts.path == "a");
    CHECK(parts.query == "?b");
    CHECK(parts.fragment == "c?d#e");
    CHECK(split_url("#c").path.empty());
    CHECK(split_url("a").fragment.empty());
  }
}

}  // namespace
}  // namespace carnet
