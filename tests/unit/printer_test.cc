#include "diag/printer.h"

#include <doctest/doctest.h>

#include "stopwatch.h"

namespace carnet {
namespace {

struct Problem {
  std::string_view text;    // The whole source.
  std::string_view marked;  // The part of it that the message is about.
  std::string hint{};
  DiagnosticKind kind = DiagnosticKind::BrokenLink;
};

std::string printed(const Problem& problem, const PrintOptions& options = {}) {
  Sources sources;
  const SourceId id = sources.add("a.md", std::string(problem.text));
  const auto begin = static_cast<std::uint32_t>(problem.text.find(problem.marked));
  Diagnostics diagnostics;
  diagnostics.report(problem.kind,
                     {id, begin, begin + static_cast<std::uint32_t>(problem.marked.size())},
                     "wrong", problem.hint);
  return print(diagnostics, Severities(), sources, options);
}

void check(const Problem& problem, std::string_view expected) {
  CHECK(printed(problem) == expected);
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  while (count-- > 0) result += text;
  return result;
}

TEST_SUITE("printer") {
  TEST_CASE("place, message, code, the author's line, a caret and a hint") {
    check({"# T\n\nVoir [l'été](../q.md) d'abord.\n", "[l'été](../q.md)", "did you mean `q`?"},
          "a.md:3:6: warning: wrong [broken-link]\n"
          "    3 | Voir [l'été](../q.md) d'abord.\n"
          "      |      ^~~~~~~~~~~~~~~~\n"
          "      = hint: did you mean `q`?\n");
  }
  TEST_CASE("columns count characters, the caret counts their width") {
    check({"Été 漢字 [x]", "[x]"},
          "a.md:1:8: warning: wrong [broken-link]\n"
          "    1 | Été 漢字 [x]\n"
          "      |          ^~~\n");
    check({"😀 [漢]", "[漢]"},
          "a.md:1:3: warning: wrong [broken-link]\n"
          "    1 | 😀 [漢]\n"
          "      |    ^~~~\n");
    check({"e\u0301 [x]", "[x]"},
          "a.md:1:4: warning: wrong [broken-link]\n"
          "    1 | e\u0301 [x]\n"
          "      |   ^~~\n");
  }
  TEST_CASE("a tab is one space, as are characters that move the cursor") {
    check({"\t\x1B[x]", "[x]"},
          "a.md:1:3: warning: wrong [broken-link]\n"
          "    1 |   [x]\n"
          "      |   ^~~\n");
  }
  TEST_CASE("of a long line the part around the place is shown") {
    check({repeated("é", 200) + "[x]" + repeated("ü", 200), "[x]"},
          "a.md:1:201: warning: wrong [broken-link]\n"
          "    1 | …" +
              repeated("é", 40) + "[x]" + repeated("ü", 40) +
              "…\n"
              "      | " +
              std::string(41, ' ') + "^~~\n");
  }
  TEST_CASE("many problems in a file of one long line take no longer than in many lines") {
    Sources sources;
    constexpr std::uint32_t kProblems = 1000;
    const SourceId id = sources.add("a.json", repeated("{\"é\": 1234567890}, ", 200'000));
    Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < kProblems; ++i) {
      const std::uint32_t begin = 4000 * i + 1;
      diagnostics.report(DiagnosticKind::BrokenLink, {id, begin, begin + 4}, "wrong");
    }
    const Stopwatch stopwatch;
    const std::string text = print(diagnostics, Severities(), sources, {});
    CHECK(stopwatch.seconds() < 2.0);
    // 20 bytes a piece, 19 characters.
    CHECK(text.find("a.json:1:2: warning") != text.npos);
    CHECK(text.find("a.json:1:3802: warning") != text.npos);
    CHECK(text.find("a.json:1:3796202: warning") != text.npos);
  }
  TEST_CASE("a long marked part is cut") {
    const std::string text = "a" + repeated("x", 300) + "b";
    check({text, std::string_view(text).substr(1, 300)},
          "a.md:1:2: warning: wrong [broken-link]\n"
          "    1 | a" +
              repeated("x", 100) +
              "…\n"
              "      |  ^" +
              repeated("~", 99) + "\n");
  }
  TEST_CASE("of several lines the first one is shown") {
    check({"a\n[x\ny]\nb", "[x\ny]"},
          "a.md:2:1: warning: wrong [broken-link]\n"
          "    2 | [x\n"
          "      | ^~\n");
  }
  TEST_CASE("a place without a text has a line number only") {
    check({"", ""}, "a.md:1:1: warning: wrong [broken-link]\n");
    check({"abc", "", "do it"},
          "a.md:1:1: warning: wrong [broken-link]\n"
          "      = hint: do it\n");
  }
  TEST_CASE("a line end as place does not move the caret away") {
    check({"ab\ncd", "\n"},
          "a.md:1:3: warning: wrong [broken-link]\n"
          "    1 | ab\n"
          "      |   ^\n");
  }
  TEST_CASE("a problem of the whole book has no place") {
    Diagnostics diagnostics;
    diagnostics.report(DiagnosticKind::NoPages, {}, "no page", "write one");
    CHECK(print(diagnostics, Severities(), Sources(), {}) ==
          "carnet: error: no page [no-pages]\n"
          "  = hint: write one\n");
  }
  TEST_CASE("notices are shown only to those who ask") {
    const Problem notice{"a", "a", {}, DiagnosticKind::OrphanPage};
    CHECK(printed(notice).empty());
    CHECK(printed(notice, {.least = Severity::Notice}) ==
          "a.md:1:1: notice: wrong [orphan-page]\n"
          "    1 | a\n"
          "      | ^\n");
  }
  TEST_CASE("a book can switch a kind off") {
    Sources sources;
    Diagnostics diagnostics;
    diagnostics.report(DiagnosticKind::BrokenLink, {sources.add("a.md", "a"), 0, 1}, "wrong");
    Severities severities;
    severities.set(DiagnosticKind::BrokenLink, Severity::Off);
    CHECK(print(diagnostics, severities, sources, {.least = Severity::Notice}).empty());
  }
  TEST_CASE("colours stand around the words, not in them") {
    CHECK(printed({"[x]", "[x]"}, {.use_color = true}) ==
          "\033[1ma.md:1:1:\033[0m \033[1;33mwarning\033[0m: wrong [broken-link]\n"
          "\033[2m    1 |\033[0m [x]\n"
          "\033[2m      |\033[0m \033[1;33m^~~\033[0m\n");
  }
}

}  // namespace
}  // namespace carnet
