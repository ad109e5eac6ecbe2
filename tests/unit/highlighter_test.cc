#include "highlight/highlighter.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "base/parallel.h"
#include "highlight/embedded.h"

namespace carnet {
namespace {

// The tokens as "classes:text", with those inside in brackets.
std::string coloured(const Highlighter& highlighter, std::string_view name, std::string_view code) {
  std::string result;
  std::vector<std::uint32_t> ends;
  for (const Token& token : highlighter.colour(code, find_language(name))) {
    while (!ends.empty() && token.begin >= ends.back()) {
      result += ']';
      ends.pop_back();
    }
    result += ' ';
    result += token.classes;
    result += ":" + std::string(code.substr(token.begin, token.end - token.begin)) + "[";
    ends.push_back(token.end);
  }
  return result + std::string(ends.size(), ']');
}

void check(std::string_view name, std::string_view code, std::string_view expected) {
  CHECK(coloured(Highlighter(), name, code) == expected);
}

TEST_SUITE("highlighter") {
  TEST_CASE("words have classes, and may stand in others") {
    check("js", "if (x) 'a'",
          " keyword control-flow:if[] punctuation:([] punctuation:)[] string:'a'[]");
    check("css", "a{b:c}",
          " selector:a[] punctuation:{[] property:b[] punctuation::[] punctuation:}[]");
    check("http", "HTTP/1.1 200 OK",
          " response-status:HTTP/1.1 200 OK[ http-version property:HTTP/1.1[]"
          " status-code number:200[] reason-phrase string:OK[]]");
  }

  TEST_CASE("the tags of a template stand in HTML") {
    check("twig", "<b>{{ a }}</b>",
          " tag:<b>[ tag:<b[ punctuation:<[]] punctuation:>[]]"
          " twig language-twig:{{ a }}[ delimiter punctuation:{{[]"
          " delimiter punctuation:}}[]]"
          " tag:</b>[ tag:</b[ punctuation:</[]] punctuation:>[]]");
    check("php", "if", " keyword:if[]");
    check("hbs", "<br>", " tag:<br>[ tag:<br[ punctuation:<[]] punctuation:>[]]");
  }

  TEST_CASE("a template that holds our own words is coloured by its language alone") {
    check("ejs", "___EJS0___ <b>",
          " language-javascript:___EJS0___ <b>[ operator:<[] operator:>[]]");
  }

  TEST_CASE("nothing is coloured in no language and in plain text") {
    for (std::string_view name : {"", "text", "none", "nonsense", "JS", "extend"}) {
      check(name, "if (x) 'a'", "");
    }
  }

  TEST_CASE("offsets count bytes, and letters are never cut") {
    check("js", "é = 'ü😀'; // à", " operator:=[] string:'ü😀'[] punctuation:;[] comment:// à[]");
  }

  TEST_CASE("text that is no UTF-8 has no colours") {
    check("js", "if \xFF", "");
    check("js", "if \xC3", "");
    check("js", "if \xEF\xBF\xBD", " keyword control-flow:if[]");
  }

  TEST_CASE("long code has no colours") {
    std::string code;
    while (code.size() < kMaxColouredBytes) code += "if (x);\n";
    CHECK(code.size() == kMaxColouredBytes);
    CHECK(coloured(Highlighter(), "js", code).starts_with(" keyword control-flow:if[]"));
    check("js", code + ' ', "");
  }

  TEST_CASE("each expression of Prism is one of ours") {
    const Grammars grammars(embedded_grammars());
    CHECK(grammars.patterns().size() > 3000);
    for (const Pattern& pattern : grammars.patterns()) CHECK(pattern.is_valid());
  }

  TEST_CASE("one highlighter may serve many threads") {
    const Highlighter highlighter;
    constexpr std::string_view kNames[] = {"js", "yaml", "css", "html", "bash", "python"};
    constexpr std::string_view kCode = "a: 'b' # if (x) { return <p class=\"c\"> }";
    std::vector<std::string> found(600);
    parallel_for(found.size(), 4,
                 [&](std::size_t i) { found[i] = coloured(highlighter, kNames[i % 6], kCode); });
    const Highlighter other;
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(found[i] == coloured(other, kNames[i % 6], kCode));
    }
  }
}

}  // namespace
}  // namespace carnet
