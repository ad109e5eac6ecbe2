#include "base/plain_yaml.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/yaml.h"

namespace carnet {
namespace {

constexpr SourceId kSource{7};

Span whole(std::string_view text) {
  return {kSource, 100, 100 + static_cast<std::uint32_t>(text.size())};
}

// The plain reader's tree is that of yaml-cpp, and yaml-cpp has no complaint.
// Returns whether the plain reader was sure of the text.
bool check_same(const std::string& text) {
  const auto plain = parse_plain_yaml(text, whole(text));
  if (!plain) return false;
  const YamlDocument document = parse_yaml(text, whole(text));
  CAPTURE(text);
  CHECK(document.problems.empty());
  CHECK(*plain == document.root);
  return true;
}

TEST_SUITE("plain_yaml") {
  TEST_CASE("what real pages have is read") {
    CHECK(check_same("description: Une page d'été, à lire\n"));
    CHECK(check_same("hidden: true\n"));
    CHECK(check_same(
        "description: >-\n  One line\n  and: another # one\nhidden: true\nicon: gear\n"));
    CHECK(check_same(
        "title: Les intrapreneurs\npermalink: approche/intrapreneurs  \n\nlang: fr\n\n"));
    CHECK(check_same("a-b: c\nd_e:   https://example.org/?q=[x]{y}\n"));
  }

  TEST_CASE("anything else is left to yaml-cpp") {
    for (const char* text : {"",
                             "\n",
                             "# x\n",
                             "a:\n",
                             "a: \"b\"\n",
                             "a: 'b'\n",
                             "a: [b]\n",
                             "a: *b\n",
                             "a: !b c\n",
                             "a: b # c\n",
                             "a: b: c\n",
                             "a: b\n c: d\n",
                             "a: b\n\n  c\n",
                             "a: >\n  b\n",
                             "a: |\n  b\n",
                             "a: >-\n  b\n   c\n",
                             "a: >-\n  b\n\n  c\n",
                             "a: >-\nb: c\n",
                             "a: null\n",
                             "null: a\n",
                             "a: b\na: c\n",
                             "a:b\n",
                             "a: b:\n",
                             "- a\n",
                             "? a\n",
                             "a: ~\n",
                             "a: @b\n",
                             "a: \tb\n"}) {
      CAPTURE(text);
      CHECK(!parse_plain_yaml(text, whole(text)));
    }
  }

  TEST_CASE("whatever the plain reader is sure of, yaml-cpp reads alike") {
    const std::string_view parts[] = {"a",
                                      "title",
                                      "description",
                                      "hidden",
                                      "b-c",
                                      "true",
                                      "null",
                                      "Null",
                                      "~",
                                      "42",
                                      "é",
                                      "’",
                                      "🚀",
                                      "été: x",
                                      "\n",
                                      "\n",
                                      "\n",
                                      "\n  ",
                                      "\n ",
                                      "\n   ",
                                      "\n\n",
                                      "\n\n  ",
                                      ":",
                                      ": ",
                                      ": ",
                                      ": ",
                                      ": >-\n  ",
                                      ": >-\n  ",
                                      ": >-\n ",
                                      " ",
                                      "  ",
                                      "#",
                                      " # ",
                                      "-",
                                      "- ",
                                      "---",
                                      "...",
                                      "\"",
                                      "'",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      ",",
                                      "&",
                                      "*",
                                      "!",
                                      "|",
                                      ">",
                                      "%",
                                      "@",
                                      "`",
                                      "\t",
                                      "?",
                                      "? ",
                                      "\\",
                                      "/",
                                      "=",
                                      "<<",
                                      "\xC2\xA0",
                                      "\xC2\x85",
                                      "\xE2\x80\xA8",
                                      "\xEF\xBB\xBF",
                                      "\x7F",
                                      "yes",
                                      "0x1F",
                                      "1.5",
                                      "word word",
                                      "a: b\n",
                                      "d: é\n"};
    std::mt19937 random(20);
    std::uniform_int_distribution<std::size_t> part(0, std::size(parts) - 1);
    std::uniform_int_distribution<int> length(1, 12);
    int read = 0;
    for (int round = 0; round < 20'000; ++round) {
      std::string text = round % 2 == 0 ? "a: " : "a: >-\n  ";
      for (int i = length(random); i > 0; --i) text += parts[part(random)];
      if (check_same(text)) ++read;
    }
    CHECK(read > 500);
  }
}

}  // namespace
}  // namespace carnet
