#include "math/typesetter.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "base/limits.h"
#include "math/utf16.h"

namespace carnet {
namespace {

using Display = Typesetter::Display;

std::string mathml(std::string_view source, Display display = Display::Inline) {
  Typesetter typesetter;
  const Formula formula = typesetter.typeset(source, display);
  CHECK_MESSAGE(formula.error.empty(), std::string(source), ": ", formula.error);
  return formula.mathml;
}

void check_error(std::string_view source, std::string_view error, std::size_t begin) {
  Typesetter typesetter;
  const Formula formula = typesetter.typeset(source, Display::Inline);
  CHECK(formula.mathml.empty());
  CHECK(formula.error == error);
  CHECK(formula.begin == begin);
  CHECK(formula.end == source.size());
}

TEST_SUITE("typesetter") {
  TEST_CASE("a formula is MathML, and keeps its source") {
    CHECK(mathml("x^2") ==
          "<math><semantics><msup><mi>x</mi><mn class=\"tml-sml-pad\">2</mn></msup>"
          "<annotation encoding=\"application/x-tex\">x^2</annotation></semantics></math>");
  }

  TEST_CASE("a formula on lines of its own says so") {
    CHECK(
        mathml("x", Display::Block).starts_with("<math display=\"block\" class=\"tml-display\">"));
  }

  TEST_CASE("there are no styles, ids or addresses") {
    for (std::string_view source :
         {R"(\color{red} x \colorbox{yellow}{y})", R"(\begin{pmatrix}a & b\\ c & d\end{pmatrix})",
          R"(x \tag{1} \label{here})", R"(\boxed{y} \cancel{x} \sqrt[3]{x})",
          R"(\begin{array}{|c:c|}\hline a&b\\ \hdashline c&d\end{array})",
          R"(\begin{aligned}a &= b \\ &= c\end{aligned} \reflectbox{R} \bf x \large y)"}) {
      const std::string made = mathml(source, Display::Block);
      for (std::string_view attribute : {" style=", " id=", " href=", " src="}) {
        CHECK_MESSAGE(made.find(attribute) == std::string::npos, made);
      }
    }
  }

  TEST_CASE("colours are attributes, lines and room are classes") {
    CHECK(mathml(R"(\color{red} x)").find("<mi mathcolor=\"#ff0000\">x</mi>") != std::string::npos);
    CHECK(mathml(R"(\boxed{x})").find("class=\"tml-p tml-b\"") != std::string::npos);
  }

  TEST_CASE("text in a formula may be in any script") {
    CHECK(mathml(R"(\text{l'été, ça})").find("été, ça") != std::string::npos);
  }

  TEST_CASE("a mistake is named, with its place") {
    check_error(R"(é + \foo{x})", R"(unsupported function name: \foo)", 5);
    check_error(R"(\frac{a)", R"(unexpected end of input in a macro argument, expected '}')", 7);
  }

  TEST_CASE("what could lead out of the page is refused") {
    Typesetter typesetter;
    for (std::string_view source :
         {R"(\href{javascript:alert(1)}{x})", R"(\url{https://example.org})",
          R"(\includegraphics{a.png})", R"(\class{x}{y})", R"(\style{color:red}{x})"}) {
      CHECK_MESSAGE(!typesetter.typeset(source, Display::Inline).error.empty(),
                    std::string(source));
    }
  }

  TEST_CASE("hostile formulas end") {
    Typesetter typesetter;
    const auto fails = [&](const std::string& source) {
      return !typesetter.typeset(source, Display::Inline).error.empty();
    };
    CHECK(fails(R"(\def\a{\a\a}\a)"));
    CHECK(fails(std::string(kMaxFormulaBytes + 1, 'x')));
    CHECK(fails(std::string(kMaxFormulaBytes / 2, '{')));
    CHECK(fails(std::string(kMaxFormulaBytes / 2, '{') + std::string(kMaxFormulaBytes / 2, '}')));
    // What one formula defines, no other one sees.
    CHECK(!fails(R"(\gdef\mine{x}\mine)"));
    CHECK(fails(R"(\mine)"));
  }

  TEST_CASE("each thread has an engine of its own") {
    const std::string expected = mathml(R"(\int_0^1 f(x) dx)");
    std::vector<std::string> made(4);
    std::vector<std::thread> threads;
    threads.reserve(made.size());
    for (std::string& result : made) {
      threads.emplace_back([&result] {
        Typesetter typesetter;
        for (int i = 0; i < 20; ++i) {
          result = typesetter.typeset(R"(\int_0^1 f(x) dx)", Display::Inline).mathml;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : made) CHECK(result == expected);
  }

  TEST_CASE("characters beyond the first plane go through JavaScript unharmed") {
    CHECK(to_surrogates("a😀é") == "a\xED\xA0\xBD\xED\xB8\x80é");
    CHECK(from_surrogates(to_surrogates("a😀é𝔸")) == "a😀é𝔸");
    CHECK(from_surrogates("\xED\xA0\xBDx") == "\xEF\xBF\xBDx");
    CHECK(from_surrogates("\xED") == "\xED");
    CHECK(offset_of_unit("a😀é", 3) == 5);
    CHECK(offset_of_unit("a😀é", 9) == 7);
  }
}

}  // namespace
}  // namespace carnet
