#include "blocks/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "base/text.h"

namespace carnet {
namespace {

// A new block is done when all of these are there, for itself or for its family.
void check_files(const BlockSpec& block) {
  const std::string name(family_of(block));
  const bool is_drawn = block.body != BlockSpec::Body::Spliced;
  for (const std::string& path :
       {"tests/spec/blocks/" + name + ".md", "themes/default/blocks/" + name + ".html",
        "content/blocks/" + name + ".md"}) {
    if (!is_drawn && path.ends_with(".html")) continue;
    CHECK_MESSAGE(std::filesystem::exists(path), "the block `", name, "` lacks ", path);
  }
}

void check_keywords(const BlockSpec& block, const AttributeSpec& attribute) {
  std::set<std::string_view> words;
  std::set<std::string_view> old_words;
  for (std::string_view keyword : attribute.keywords) {
    const std::size_t equals = keyword.find('=');
    const std::string_view word = keyword.substr(0, equals);
    CHECK_MESSAGE((words.count(word) + old_words.count(word)) == 0, "`", word,
                  "` is there twice in `", block.name, "`, ", attribute.name);
    (equals == std::string_view::npos ? words : old_words).insert(word);
  }
  for (std::string_view keyword : attribute.keywords) {
    const std::size_t equals = keyword.find('=');
    if (equals == std::string_view::npos) continue;
    CHECK_MESSAGE(words.count(keyword.substr(equals + 1)) == 1, "`", keyword,
                  "` leads nowhere in `", block.name, "`, ", attribute.name);
  }
  const bool is_keyword = attribute.type == AttributeSpec::Type::Keyword;
  CHECK_MESSAGE(is_keyword == !attribute.keywords.empty(), "`", block.name, "`, ", attribute.name,
                ": keywords belong to the type Keyword");
  if (is_keyword) CHECK(attribute.keywords.front().find('=') == std::string_view::npos);
}

TEST_SUITE("registry") {
  TEST_CASE("every block has a specification, a template and a page of the manual") {
    for (const BlockSpec* block : block_registry()) check_files(*block);
  }

  TEST_CASE("a family is called after the block that draws the others") {
    for (const BlockSpec* block : block_registry()) {
      if (block->family.empty()) continue;
      const BlockSpec* head = find_block(block->family);
      REQUIRE(head != nullptr);
      CHECK_MESSAGE(head->family.empty(), "`", block->name, "` has a family within a family");
    }
  }

  TEST_CASE("blocks are listed by name, each once") {
    const auto blocks = block_registry();
    for (std::size_t i = 1; i < blocks.size(); ++i) {
      CHECK_MESSAGE(blocks[i - 1]->name < blocks[i]->name, "`", blocks[i]->name,
                    "` stands in the wrong place of registry.cc");
    }
    CHECK(!blocks.empty());
  }

  TEST_CASE("every specification belongs to a block") {
    for (const auto& entry : std::filesystem::directory_iterator("tests/spec/blocks")) {
      CHECK_MESSAGE(find_block(entry.path().stem().string()) != nullptr, entry.path().string(),
                    " is about no block");
    }
  }

  TEST_CASE("keywords are told apart, and old ones lead to new ones") {
    for (const BlockSpec* block : block_registry()) {
      for (const AttributeSpec& attribute : block->attributes) check_keywords(*block, attribute);
    }
  }

  TEST_CASE("parents and children know each other") {
    for (const BlockSpec* block : block_registry()) {
      if (!block->parent.empty()) {
        const BlockSpec* parent = find_block(block->parent);
        REQUIRE(parent != nullptr);
        CHECK(parent->child == block->name);
      }
      if (!block->child.empty()) {
        const BlockSpec* child = find_block(block->child);
        REQUIRE(child != nullptr);
        CHECK(child->parent == block->name);
      }
      CHECK((block->body == BlockSpec::Body::Children) == !block->child.empty());
    }
  }

  TEST_CASE("names and attributes are found in any letter case") {
    CHECK(find_block("HINT") == &kHint);
    CHECK(find_block("Content-Ref") == &kContentRef);
    CHECK(find_block("hin") == nullptr);
    CHECK(find_block("") == nullptr);
    REQUIRE(find_attribute(kCode, "LINENUMBERS") != nullptr);
    CHECK(find_attribute(kCode, "LINENUMBERS")->name == "lineNumbers");
    CHECK(find_attribute(kCode, "line") == nullptr);
  }
}

}  // namespace
}  // namespace carnet
