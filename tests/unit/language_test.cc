#include "site/language.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(guess_language({text}) == expected);
}

TEST_SUITE("guess_language") {
  TEST_CASE("a few sentences are enough") {
    check("Les équipes sont dans une situation qui est pour vous, et pas pour les autres.", "fr");
    check("This is the page that you can read with your team, and it is the best of them.", "en");
    check("Das ist die Seite, die nicht auf Englisch ist, und sie werden mit ihr arbeiten.", "de");
    check("El equipo es una de las partes del sistema, y por eso los usuarios están con él.", "es");
    check("Il testo della pagina non è di tutti, e gli utenti sono nel gruppo per la lingua.",
          "it");
    check("Os dados da equipa são do projeto, e você não é uma das pessoas em questão.", "pt");
  }
  TEST_CASE("capital letters count, too") {
    check("LES PAGES DES SERVICES SONT DANS LES DOSSIERS DU PROJET ET SUR LE SITE", "fr");
  }
  TEST_CASE("too little to tell") {
    check("", "en");
    check("Bonjour", "en");
    CHECK(guess_language({}) == "en");
  }
}

}  // namespace
}  // namespace carnet
