#include "search/words.h"

#include <doctest/doctest.h>

#include <string>

#include "search/letters.h"

namespace carnet {
namespace {

// The words of a text, with spaces between them.
std::string words_of(std::string_view text) {
  std::string words;
  WordReader().read(text, [&](std::string_view word, WordReader::Kind /*kind*/) {
    if (!words.empty()) words += ' ';
    words += word;
  });
  return words;
}

TEST_SUITE("words") {
  TEST_CASE("letters, digits and marks, in lower case") {
    CHECK(words_of("Été 2024 : l’Œuvre ÉLÈVE") == "été 2024 l œuvre élève");
    CHECK(words_of("— « ! »").empty());
    CHECK(words_of("12,5 %") == "12 5");
  }
  TEST_CASE("what is joined is findable by its parts and as a whole") {
    CHECK(words_of("data-gouv") == "data gouv datagouv");
    CHECK(words_of("max_file_size") == "max file size maxfilesize");
    CHECK(words_of("beta.gouv.fr.") == "beta gouv fr betagouvfr");
    CHECK(words_of("_mot_ -x- .y") == "mot x y");
    CHECK(words_of("a-b-c-d-e-f") == "a b c d e f");
  }
  TEST_CASE("apostrophes and middle dots only part") {
    CHECK(words_of("l'habilitation d’après") == "l habilitation d après");
    CHECK(words_of("développeur·euse·s") == "développeur euse s");
  }
  TEST_CASE("capitals within a word begin another") {
    CHECK(words_of("camelCase") == "camel case camelcase");
    CHECK(words_of("XMLHttpRequest") == "xml http request xmlhttprequest");
    CHECK(words_of("les APIs, un PDF") == "les apis un pdf");
    CHECK(words_of("École ÉTAT") == "école état");
  }
  TEST_CASE("scripts without spaces are read in pairs") {
    CHECK(words_of("東京都 へ") == "東京 京都 へ");
    CHECK(words_of("使用Docker部署") == "使用 docker 部署");
  }
  TEST_CASE("what is not seen is not there") {
    CHECK(words_of("mot\u00ADlong zero\u200Bwidth") == "motlong zerowidth");
  }
  TEST_CASE("a mark begins no word") {
    CHECK(words_of("❤\uFE0Fot 1\uFE0F\u20E3 \u0301x") == "ot 1 x");
  }
  TEST_CASE("parts and wholes are told apart") {
    std::string parts;
    WordReader().read("a data-gouv b", [&](std::string_view word, WordReader::Kind kind) {
      if (kind == WordReader::Kind::Part) parts.append(word).append(" ");
    });
    CHECK(parts == "a data gouv b ");
  }
  TEST_CASE("long words are cut, and so are long wholes") {
    const std::string letters(100, 'a');
    CHECK(words_of(letters) == letters.substr(0, 40));
    const std::string half(30, 'b');
    CHECK(words_of(half + "-" + half) == half + " " + half + " " + std::string(40, 'b'));
  }
  TEST_CASE("folded: no accents, ligatures apart, other scripts whole") {
    CHECK(fold_word("élève") == "eleve");
    CHECK(fold_word("cœur") == "coeur");
    CHECK(fold_word("straße") == "strasse");
    CHECK(fold_word("łódź") == "lodz");
    CHECK(fold_word("が") == "が");
    CHECK(fold_word("한국") == "한국");
    CHECK(fold_word("हिन्दी") == "हिन्दी");
  }
  TEST_CASE("sorted as a browser does") {
    CHECK(is_before_in_browser("a", "ab"));
    CHECK(is_before_in_browser("z", "é"));
    CHECK(is_before_in_browser("\U00020000", "\uF900"));
    CHECK_FALSE(is_before_in_browser("\uF900", "\U00020000"));
    CHECK_FALSE(is_before_in_browser("a", "a"));
  }
  TEST_CASE("the number of a beginning is in the same order") {
    const std::vector<std::string> texts = {
        "",           "a",      "ab", "abcdefgh", "abcdefghi",  "abcdefgz",
        "az",         "z",      "é",  "\uD7FF",   "\U00010000", "\U0001F4C4",
        "\U0010FFFF", "\uE000", "ﬁ",  "ｶ",        "\uFFFD"};
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t k = 0; k < texts.size(); ++k) {
        CAPTURE(texts[i]);
        CAPTURE(texts[k]);
        if (browser_prefix(texts[i]) < browser_prefix(texts[k]))
          CHECK(is_before_in_browser(texts[i], texts[k]));
        if (i < k) CHECK(browser_prefix(texts[i]) <= browser_prefix(texts[k]));
      }
    }
    CHECK(browser_prefix("abcdefgh") == browser_prefix("abcdefghi"));
  }
}

}  // namespace
}  // namespace carnet
