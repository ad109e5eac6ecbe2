#include "site/glossary.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace carnet {
namespace {

// All terms that are found in `text`, between brackets.
void check(std::initializer_list<const char*> terms, std::string_view text,
           std::string_view expected) {
  Glossary glossary;
  for (const char* term : terms) glossary.add({term, {}, {}});
  std::string found;
  std::size_t at = 0;
  while (const auto match = glossary.find(text, at)) {
    found += std::string(text.substr(at, match->begin - at)) + "[" +
             std::string(text.substr(match->begin, match->end - match->begin)) + "]";
    at = match->end;
  }
  CHECK(found + std::string(text.substr(at)) == expected);
}

TEST_SUITE("glossary") {
  TEST_CASE("a term is found wherever it stands") {
    check({"train"}, "A train is a train.", "A [train] is a [train].");
  }
  TEST_CASE("only whole words count") {
    check({"train"}, "Trains, train2, détrain, l'train-là",
          "Trains, train2, détrain, l'[train]-là");
  }
  TEST_CASE("the case of letters does not matter, accents do") {
    check({"Été", "DÉ"}, "L'été de l'ÉTÉ, un dé", "L'[été] de l'[ÉTÉ], un [dé]");
  }
  TEST_CASE("letters may be composed or not") {
    check({"\u00E9t\u00E9"}, "l'e\u0301te\u0301", "l'[e\u0301te\u0301]");
  }
  TEST_CASE("of several terms the longest is found") {
    check({"night", "night train", "night train to Paris"}, "night train to, night train to paris",
          "[night train] to, [night train to paris]");
  }
  TEST_CASE("any white space may stand between two words") {
    check({"night train"}, "night  \n train, night\u00A0train",
          "[night  \n train], [night\u00A0train]");
  }
  TEST_CASE("signs are part of a term") {
    check({"C++", "e-mail"}, "C, C++, C+ and E-Mail, e mail", "C, [C++], C+ and [E-Mail], e mail");
  }
  TEST_CASE("the first of two equal terms counts") {
    Glossary glossary;
    glossary.add({"Train", "first", {}});
    glossary.add({"train", "second", {}});
    CHECK(glossary.find("train", 0)->term == 0);
  }
  TEST_CASE("nothing is found in nothing") {
    check({}, "text", "text");
    check({"", "!"}, "", "");
  }
  TEST_CASE("a very long term is never found") {
    check({"a b c d e f g h i j k l m n o p q r"}, "a b c d e f g h i j k l m n o p q r",
          "a b c d e f g h i j k l m n o p q r");
  }
}

}  // namespace
}  // namespace carnet
