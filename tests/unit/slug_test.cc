#include "base/slug.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(to_slug(text) == expected);
}

TEST_SUITE("slug") {
  TEST_CASE("titles of real books") {
    check("🪡 La vie du produit", "la-vie-du-produit");
    check("Slack <> Questions workflow", "slack-less-than-greater-than-questions-workflow");
    check("Elsa Server + Studio", "elsa-server-+-studio");
    check("Find & replace text", "find-and-replace-text");
    check("🔟 La règle des 10 % communauté", "la-regle-des-10-communaute");
    check("Bilan 2025 — beta.gouv.fr", "bilan-2025-beta.gouv.fr");
  }
  TEST_CASE("apostrophes vanish, other punctuation parts words") {
    check("l'impact", "limpact");
    check("l’impact", "limpact");
    check("a / b: c, d?", "a-b-c-d");
    check("(a) [b] {c} “d” «e»", "a-b-c-d-e");
  }
  TEST_CASE("ligatures and sharp s are spelled out") {
    check("Œuvre, cœur, Ægir, Straße", "oeuvre-coeur-aegir-strasse");
  }
  TEST_CASE("dots, underscores, plus and dollar stay") {
    check("node.js my_var C++ $x", "node.js-my_var-c++-$x");
  }
  TEST_CASE("accents go, in either normal form") {
    check("Été à Noël", "ete-a-noel");
    check("E\u0301te\u0301", "ete");
  }
  TEST_CASE("other scripts stay") { check("Привет мир", "привет-мир"); }
  TEST_CASE("hyphens neither double nor stand at the ends") { check("- a -- b -", "a-b"); }
  TEST_CASE("emoji alone leave nothing") { check("🎉 ✨", ""); }

  TEST_CASE("an anchor begins with no digit, and is never empty") {
    CHECK(to_anchor("2. Astronomer") == "id-2.-astronomer");
    CHECK(to_anchor("🎉") == "section");
    CHECK(to_anchor("Les 10 %") == "les-10");
  }
  TEST_CASE("GitHub keeps accents and every hyphen") {
    CHECK(to_github_anchor("Un réseau de 19 incubateurs") == "un-réseau-de-19-incubateurs");
    CHECK(to_github_anchor("Fan-out / fan-in") == "fan-out--fan-in");
    CHECK(to_github_anchor("CI/CD") == "cicd");
  }
  TEST_CASE("squashed texts differ in letters only") {
    CHECK(to_squashed("CI/CD, été!") == "cicdete");
    CHECK(to_squashed("ci-cd-ÉTÉ") == "cicdete");
  }
  TEST_CASE("each name is handed out once") {
    UniqueNames names;
    CHECK(names.make("intro") == "intro");
    CHECK(names.make("intro") == "intro-1");
    CHECK(names.take("intro-2"));
    CHECK_FALSE(names.take("intro-2"));
    CHECK(names.make("intro") == "intro-3");
    CHECK(names.make("intro-1") == "intro-1-1");
  }
}

}  // namespace
}  // namespace carnet
