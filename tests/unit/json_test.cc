#include "base/json.h"

#include <doctest/doctest.h>

#include <string>

namespace carnet {
namespace {

std::optional<YamlDocument> parse(const std::string& text, const YamlLimits& limits = {}) {
  return parse_json(text, {SourceId{0}, 0, static_cast<std::uint32_t>(text.size())}, limits);
}

TEST_CASE("JSON has values, texts and places") {
  const auto document = parse(" {\"a\": [1.5e3, \"b\\n\\u00e9\\ud83d\\ude00\"],\t\"c\": null}\n");
  REQUIRE(document);
  const YamlNode& list = *document->root.find("a");
  CHECK(list.items.at(0).text == "1.5e3");
  CHECK(list.items.at(0).style == YamlNode::Style::Plain);
  CHECK(list.items.at(1).text == "b\n\u00e9\U0001F600");
  CHECK(list.items.at(1).style == YamlNode::Style::Quoted);
  CHECK(list.span.begin == 7);
  CHECK(list.span.end == 39);
  CHECK(document->root.entries.at(1).key_span.begin == 41);
  CHECK(document->root.find("c")->kind == YamlNode::Kind::Null);
}

TEST_CASE("what is no JSON is nothing") {
  for (const char* text :
       {"", "{", "{a: 1}", "[1,]", "[01]", "[.5]", "[+1]", "['a']", "{\"a\" 1}", "[1] 2",
        "[\"a\nb\"]", "[\"\\x\"]", "[nul]", "{\"a\": 1,}", "[\"\\u12\"]"}) {
    CHECK_MESSAGE(!parse(text), text);
  }
}

TEST_CASE("halves of surrogates and control characters are replaced") {
  const auto document = parse("[\"\\ud83d\", \"\\u0000\", \"\\ud83d\\u0041\"]");
  REQUIRE(document);
  CHECK(document->root.items.at(0).text == "\uFFFD");
  CHECK(document->root.items.at(1).text == "\uFFFD");
  CHECK(document->root.items.at(2).text == "\uFFFDA");
}

TEST_CASE("doubled keys are reported, and limits end it") {
  auto document = parse("{\"a\": 1, \"a\": 2}");
  REQUIRE(document);
  CHECK(document->problems.at(0).message == "the key `a` is there twice");
  CHECK(document->problems.at(0).where.begin == 9);

  document = parse(std::string(100'000, '['));
  REQUIRE(document);
  CHECK(document->is_broken);
  CHECK(document->problems.at(0).message == "lists and maps are nested more than 64 deep");

  YamlLimits limits;
  limits.nodes = 3;
  document = parse("[1, 2, 3, 4]", limits);
  REQUIRE(document);
  CHECK(document->is_broken);
  CHECK(document->root.items.size() >= 2);
}

}  // namespace
}  // namespace carnet
