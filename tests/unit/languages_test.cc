#include "highlight/languages.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

TEST_SUITE("languages") {
  TEST_CASE("a language has a title and a grammar, under each of its names") {
    CHECK(find_language("javascript").title == "JavaScript");
    CHECK(find_language("js").title == "JavaScript");
    CHECK(find_language("js").grammar == find_language("javascript").grammar);
    CHECK(find_language("csharp").title == "C#");
    CHECK(find_language("html").title == "HTML");
    CHECK(find_language("terraform").title == "Terraform");
    CHECK(find_language("zsh").grammar == find_language("bash").grammar);
  }

  TEST_CASE("what authors of real books write is known") {
    for (std::string_view name :
         {"js",         "ts",     "yml",   "md",         "sh",    "shell",  "shell-session",
          "markup",     "cshtml", "razor", "url",        "json5", "csharp", "jsx",
          "tsx",        "http",   "nginx", "powershell", "sql",   "xml",    "liquid",
          "dockerfile", "docker", "c++",   "c",          "go",    "rust",   "swift",
          "kotlin",     "php"}) {
      CHECK_MESSAGE(find_language(name).grammar != Language::kNoGrammar, std::string(name));
    }
  }

  TEST_CASE("other words are no language, though Prism has functions of such names") {
    for (std::string_view name : {"", "nonsense", "extend", "insertBefore", "DFS", "JS", "jss"}) {
      CHECK_MESSAGE(find_language(name).grammar == Language::kNoGrammar, std::string(name));
    }
  }

  TEST_CASE("plain text has many names") {
    for (std::string_view name : {"", "text", "plaintext", "plain", "none", "txt"}) {
      CHECK_MESSAGE(means_plain_text(name), std::string(name));
      CHECK(find_language(name).title.empty());
    }
    CHECK(!means_plain_text("js"));
  }

  TEST_CASE("the language is the first word") {
    CHECK(language_word("js {1,2}") == "js");
    CHECK(language_word("ts,ignore") == "ts");
    CHECK(language_word("js{1}") == "js");
    CHECK(language_word("").empty());
  }

  TEST_CASE("a slip of the hand is guessed") {
    CHECK(nearest_language("pyhton") == "python");
    CHECK(nearest_language("javascrip") == "javascript");
    CHECK(nearest_language("qqqqqqqqqqqq").empty());
  }
}

}  // namespace
}  // namespace carnet
