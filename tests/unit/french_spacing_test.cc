#include "base/french_spacing.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

namespace carnet {
namespace {

// `_` stands for a no-break space, `|` for a narrow one.
void check(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  std::string spaced = replace_all(with_french_spacing(text), "\u00a0", "_");
  CHECK(replace_all(std::move(spaced), "\u202f", "|") == expected);
}

}  // namespace

TEST_SUITE("french spacing") {
  TEST_CASE("a space before a mark does not break") {
    check("Quoi ? Oui ! Bien ; voilà : ici", "Quoi|? Oui|! Bien|; voilà_: ici");
    check("Vraiment ?!", "Vraiment|?!");
    check("fin :", "fin_:");
    check(" !", "|!");
    check("trop  ?", "trop|?");
    check("10 % et 5 €", "10_% et 5_€");
  }

  TEST_CASE("one that is missing before a mark is the author's choice") {
    check("Quoi? 12:30, https://example.org/?a=1;b", "Quoi? 12:30, https://example.org/?a=1;b");
  }

  TEST_CASE("guillemets keep their words, with a space or without one") {
    check("« mot »", "«_mot_»");
    check("«mot»", "«_mot_»");
    check("« »", "«_»");
    check("«»", "«_»");
    check("«  mot  » : « x »", "«_mot_»_: «_x_»");
    check("« quoi ? »", "«_quoi|?_»");
  }

  TEST_CASE("a mark that begins a word is no mark") {
    check("a :smile: b", "a :smile: b");
    check("a != b, a !important, x ::before, y ://", "a != b, a !important, x ::before, y ://");
  }

  TEST_CASE("what is there already stays") {
    check("a\u00a0: b\u202f! «\u202fc\u202f» d\u00a0»", "a_: b|! «|c|» d_»");
  }

  TEST_CASE("nothing to do") {
    check("", "");
    check("Une phrase, sans rien. L’été…", "Une phrase, sans rien. L’été…");
  }

  TEST_CASE("which languages are spaced so") {
    CHECK(has_french_spacing("fr"));
    CHECK(has_french_spacing("fr-BE"));
    CHECK(!has_french_spacing("en"));
    CHECK(!has_french_spacing("frr"));
    CHECK(!has_french_spacing(""));
  }
}

}  // namespace carnet
