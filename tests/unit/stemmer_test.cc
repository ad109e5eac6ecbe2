#include "search/stemmer.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("stemmer") {
  TEST_CASE("French and English, folded afterwards") {
    Stemmer french("fr");
    CHECK(french.stem("habilitations") == french.stem("habilitation"));
    CHECK(french.stem("chevaux") == french.stem("cheval"));
    CHECK(french.stem("publiées") == "publi");
    Stemmer english("en-GB");
    CHECK(english.stem("companies") == english.stem("company"));
  }
  TEST_CASE("a language without an algorithm leaves words as they are") {
    CHECK(Stemmer("ja").stem("東京") == "東京");
    CHECK(Stemmer("").stem("Noël") == "Noel");
    CHECK(stemmer_name("br").empty());
  }
  TEST_CASE("names by language") {
    CHECK(stemmer_name("pt-BR") == "portuguese");
    CHECK(stemmer_name("nb") == "norwegian");
  }
}

}  // namespace
}  // namespace carnet
