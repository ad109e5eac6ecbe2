#include "config/book_json.h"

#include <doctest/doctest.h>

#include <string>

#include "loaded_config.h"

namespace carnet {
namespace {

LoadedConfig load(const std::string& json, const std::string& gitbook_yaml = "",
                  const std::string& carnet_yaml = "") {
  return load_book({{"book.json", json},
                    {".gitbook.yaml", gitbook_yaml},
                    {"carnet.yaml", carnet_yaml},
                    {"docs/START.md", ""},
                    {"docs/G.md", ""},
                    {"other/a.md", ""}});
}

TEST_SUITE("book_json") {
  TEST_CASE("what an old book says of itself") {
    const LoadedConfig loaded = load(
        "{\n\t\"title\": \"L'été\",\n\t\"description\": \"d\",\n\t\"author\": \"a\",\n"
        "\t\"language\": \"fr\",\n\t\"root\": \"./docs\",\n"
        "\t\"structure\": {\"readme\": \"START.md\", \"glossary\": \"G.md\"},\n"
        "\t\"variables\": {\"v\": 1},\n\t\"plugins\": [\"x\"],\n\t\"pluginsConfig\": {}\n}");
    const Config& config = loaded.config;
    CHECK(loaded.problems() == "");
    CHECK(config.title.value == "L'été");
    CHECK(loaded.sources.text(config.title.span) == "\"L'été\"");
    CHECK(config.description.value == "d");
    CHECK(config.author.value == "a");
    CHECK(config.language.value == "fr");
    CHECK(config.root == "docs");
    CHECK(config.readme == "START.md");
    CHECK(config.summary == "SUMMARY.md");
    CHECK(config.glossary_file == "G.md");
    CHECK(config.variables.find("v")->text == "1");
  }

  TEST_CASE("newer files win") {
    const LoadedConfig loaded = load("{\"title\": \"old\", \"author\": \"a\", \"root\": \"docs\"}",
                                     "root: other\n", "title: new\n");
    CHECK(loaded.problems() == "");
    CHECK(loaded.config.title.value == "new");
    CHECK(loaded.config.author.value == "a");
    CHECK(loaded.config.root == "other");
  }

  TEST_CASE("comments and needless commas are reported, and the rest is read") {
    const LoadedConfig loaded = load(
        "{\n  // The title\n  \"title\": \"a // b, }\", /* two\n lines */\n"
        "  \"variables\": {\"v\": \"1\",},\n}");
    CHECK(loaded.config.title.value == "a // b, }");
    CHECK(loaded.config.variables.find("v")->text == "1");
    CHECK(
        loaded.problems() ==
        "book.json:2:3: JSON has no comments (// The title) [invalid-book-json]; delete it; "
        "GitBook and others refuse the file\n"
        "book.json:3:25: JSON has no comments (/* two\n lines */) [invalid-book-json]; delete it; "
        "GitBook and others refuse the file\n"
        "book.json:5:25: there is a comma behind the last entry (,) [invalid-book-json]; delete "
        "it\n"
        "book.json:5:27: there is a comma behind the last entry (,) [invalid-book-json]; delete "
        "it");
  }

  TEST_CASE("links of the sidebar") {
    const LoadedConfig loaded = load("{\"links\": {\"sidebar\": {\"Home\": \"https://a.org\"}}}");
    REQUIRE(loaded.config.links.size() == 1);
    CHECK(loaded.config.links[0].title.value == "Home");
    CHECK(loaded.config.links[0].url.value == "https://a.org");
  }

  TEST_CASE("an old book without a `.gitbook` folder has placeholders") {
    CHECK(load("{}").config.honkit.value);
    CHECK_FALSE(load("{}", "", "honkit: false").config.honkit.value);
    CHECK(load_book({{"carnet.yaml", "honkit: true"}}).config.honkit.value);
    CHECK_FALSE(load_book({{"book.json", "{}"}, {".gitbook/vars.yaml", ""}}).config.honkit.value);
    CHECK_FALSE(load_book({{"README.md", ""}}).config.honkit.value);
  }

  TEST_CASE("mistakes are warnings at their place") {
    CHECK(load("{\"title\": [\"x\"]}").problems() ==
          "book.json:1:11: `title` is a list, not a text ([\"x\"]) [invalid-book-json]");
    CHECK(load("{\"language\": \"French\"}").problems() ==
          "book.json:1:14: `French` is no language (\"French\") [invalid-book-json]; write a short "
          "name such as `fr` or `pt-BR`");
    CHECK(load("{\n  \"title\": \"x\"\n  \"author\": \"y\"\n}").problems() ==
          "book.json:3:3: something is missing or too much before this (\"author\": \"y\") "
          "[invalid-book-json]; JSON wants a comma between two entries, and quotes around texts");
    CHECK(load("{\"root\": \"../x\"}").problems() ==
          "book.json:1:10: the root `../x` is outside of the book (\"../x\") [root-outside-book]; "
          "build the folder that holds both, or move the pages");
    CHECK(load("[1]").problems() ==
          "book.json:1:1: this file is a list, not lines of `key: value` ([1]) "
          "[invalid-book-json]");
    CHECK(load("{\"root\": \"nowhere\"}").config.root == "");
  }
}

}  // namespace
}  // namespace carnet
