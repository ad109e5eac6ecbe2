#include "render/search_files.h"

#include <doctest/doctest.h>

#include <string>

#include "built_files.h"

namespace carnet {
namespace {

TEST_SUITE("search files") {
  TEST_CASE("the window comes in each language that pages are written in") {
    BuiltFiles site{{"carnet.yaml", "language: en\n"},
                    {"README.md", "# A\n"},
                    {"b.md", "---\nlang: fr\n---\n\n# B\n"},
                    {"c.md", "---\nlang: pt_BR/x\n---\n\n# C\n"}};
    CHECK(site.says("_carnet/search.en.js", "Close the search"));
    CHECK(site.says("_carnet/search.fr.js", "Fermer la recherche"));
    CHECK(site.has("_carnet/search.pt_br_x.js"));
    CHECK(!site.has("_carnet/search.de.js"));
    CHECK(site.says("_carnet/search.fr.js",
                    "{name:\"A\",language:\"en\",index:\"_carnet/search/\","
                    "contents:\"_carnet/contents.html\",page:\"_carnet/search.html\"}"));
    CHECK(site.says("index.html", " data-search=\"_carnet/search.html\""));
    CHECK(site.says("b.html", "<span>Rechercher</span>"));
  }

  TEST_CASE("the page of all results is for readers, and not for other searches") {
    BuiltFiles site{{"README.md", "# A\n"}};
    CHECK(site.says("_carnet/search.html", "<meta name=\"robots\" content=\"noindex\">"));
    CHECK(site.says("_carnet/search.html", "parts/search.js"));
    CHECK(site.says("_carnet/search.html", "href=\"../_carnet/contents.html\">All pages</a></p>"));
    CHECK(!site.says("index.html", "parts/search"));
  }

  TEST_CASE("a book without a search has nothing of it") {
    BuiltFiles site{
        {"carnet.yaml", "search: false\n"},
        {"README.md", "# A\n\n<button data-action=\"search\" data-query=\"b\">Find</button>\n"}};
    CHECK(!site.has("_carnet/search.html"));
    CHECK(!site.has("_carnet/search.en.js"));
    CHECK(!site.says("index.html", "search-open"));
    CHECK(!site.says("index.html", "data-search"));
    CHECK(site.says("index.html", "<span class=\"button\" data-style=\"secondary\" data-action"));
  }

  TEST_CASE("where nothing is to be found, there is nothing to search with") {
    BuiltFiles site{{"README.md", "---\nhidden: true\n---\n\n# A\n"}};
    CHECK(!site.has("_carnet/search.html"));
    CHECK(!site.says("index.html", "search-open"));
  }

  TEST_CASE("each book has its own page, and all know each other") {
    BuiltFiles site{{"LANGS.md",
                     "* [English](en/)\n* [Fran\xc3\xa7"
                     "ais](fr)\n"},
                    {"en/README.md", "# A\n"},
                    {"fr/README.md", "# B\n"}};
    CHECK(site.has("_carnet/books/en/search.html"));
    CHECK(site.says("_carnet/search.en.js", "{name:\"English\",language:\"en\","));
    CHECK(site.says("_carnet/search.en.js", "index:\"_carnet/books/fr/search/\","));
    CHECK(site.says("en/index.html", " data-search=\"../_carnet/books/en/search.html\""));
    // Where readers choose a book, the first one that can be searched.
    CHECK(site.says("index.html", " data-search=\"_carnet/books/en/search.html\""));
  }
}

}  // namespace
}  // namespace carnet
