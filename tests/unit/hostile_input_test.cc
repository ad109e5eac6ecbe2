#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <string_view>

#include "parsed_document.h"

namespace carnet {
namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  while (count-- > 0) result += text;
  return result;
}

// Far above what any case needs, also with sanitizers on a busy machine: what is
// quadratic takes minutes.
constexpr double kMaxSeconds = 20;

// Parses a text made to stop a machine, and returns the codes of what is reported.
std::string check(std::string text) {
  const std::clock_t begin = std::clock();
  const ParsedText parsed(std::move(text));
  CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < kMaxSeconds);
  return parsed.codes();
}

constexpr std::size_t kMany = 100'000;

TEST_SUITE("hostile input") {
  TEST_CASE("a line of ten million characters") {
    CHECK(check(repeated("a", 10'000'000)).empty());
    CHECK(check(repeated("- ", 1'000'000)).empty());
    check("# " + repeated("a ", 1'000'000));
  }
  TEST_CASE("brackets, open and closed") {
    for (const char* part : {"[", "]", "![", "[a](", "[ (](", "[]", "[](", "[a](<b"}) {
      CAPTURE(part);
      check(repeated(part, kMany));
    }
    check(repeated("[", kMany) + "a" + repeated("]", kMany));
  }
  TEST_CASE("images that are never closed") {
    CHECK(check(repeated("![[]()", kMany)) == "limit-reached ");
  }
  TEST_CASE("figures on one line") {
    check(repeated("<figure></figure> ", kMany));
    check(repeated("<figure><figcaption>a", kMany));
  }

  TEST_CASE("emphasis, open, closed and crossed") {
    for (const char* part : {"*a ", "a* ", "_a ", "**a *b ", "*a_ ", "*_*_", "~~a ", "a**b"}) {
      CAPTURE(part);
      check(repeated(part, kMany));
    }
    check(repeated("*a ", kMany / 10) + repeated("b* ", kMany / 10));
  }
  TEST_CASE("declarations and instructions that are never closed") {
    for (const char* part : {"<?", "<!A ", "<![CDATA["}) {
      CAPTURE(part);
      CHECK(check("a " + repeated(part, kMany)) == "limit-reached ");
    }
    for (const char* part : {"<!--", "<", "<a ", "<a b=\"", "</a", "&", "&#"}) {
      CAPTURE(part);
      check("a " + repeated(part, kMany));
    }
  }
  TEST_CASE("quotes and lists in each other") {
    CHECK(check(repeated("> ", kMany) + "a\n" + repeated("b\n", kMany)) == "limit-reached ");
    CHECK(check(repeated("- ", kMany) + "a\n" + repeated("  b\n", kMany)) == "limit-reached ");
    CHECK(check(repeated("1. ", kMany) + "a") == "limit-reached ");
    CHECK(check(repeated(">", kMany) + "a") == "limit-reached ");
  }
  TEST_CASE("a break of many stars is a break") {
    CHECK(check(repeated("* ", kMany) + "\n").empty());
    CHECK(check(repeated("-", kMany) + "\n").empty());
  }
  TEST_CASE("tables that are too wide, or too empty") {
    CHECK(check(repeated("|a", 2500) + "\n" + repeated("|-", 2500) + "\n" +
                repeated("|b\n", 2500)) == "limit-reached ");
    CHECK(check(repeated("|a", 150) + "\n" + repeated("|-", 150) + "\n" +
                repeated("|b\n", 10'000)) == "limit-reached ");
    CHECK(check(repeated("a\n", kMany) + repeated("|a", 9) + "\n" + repeated("|-", 9) + "\n") ==
          "limit-reached ");
  }
  TEST_CASE("a wide table that somebody may have written") {
    CHECK(check(repeated("|a", 150) + "|\n" + repeated("|-", 150) + "|\n" +
                repeated(repeated("|b", 150) + "|\n", 100))
              .empty());
  }
  TEST_CASE("a table of HTML on one line") {
    // Real ones have 12 kB.
    const std::string row =
        "<tr><td><code>geo</code></td><td>array&#x3C;number></td><td><p>See <a "
        "href=\"a.md\">ids</a>:"
        "</p><ul><li>* no list, | no cell</li></ul></td></tr>";
    CHECK(
        check("<table><thead><tr><th width=\"90\">A</th><th>B</th><th>C</th></tr></thead><tbody>" +
              repeated(row, kMany / 4) + "</tbody></table>\n")
            .empty());
    check("<table><tbody>" + repeated("<tr><td>a", kMany) + "\n\nText\n");
  }
  TEST_CASE("references that multiply a long destination") {
    CHECK(check("[a]: " + repeated("b", kMany) + "\n\n" + repeated("[a]", kMany)) ==
          "limit-reached ");
    CHECK(check(repeated("[a]", kMany) + "\n\n[a]: " + repeated("b", kMany)) == "limit-reached ");
  }
  TEST_CASE("references and footnotes without number") {
    std::string text;
    for (std::size_t i = 0; i < 20'000; ++i) {
      const std::string label = std::to_string(i);
      text += "[" + label + "]: u\n\n[^" + label + "]: v\n\n[" + label + "] [^" + label + "]\n\n";
    }
    CHECK(check(text).empty());
    check(repeated("[^", kMany) + "]: a");
    check(repeated("[^a]", kMany));
  }
  TEST_CASE("blocks in blocks") {
    CHECK(check(repeated("{% hint %}\n", 10'000)).starts_with("limit-reached "));
    check(repeated("{% endhint %}\n", 10'000));
    check(repeated("{% embed url=\"a\" %}\n", 10'000));
    check(repeated("{% tab %}\n", 10'000));
  }
  TEST_CASE("folds, alerts, icons and notes") {
    for (const char* part :
         {"<details>", "</details>", "<details><summary>*a*</summary>b</details>", "<summary>*a",
          "</details>a<details>", "<i class=\"fa-a\">:a:", "a**** ", "** ",
          ":a:", ":house:", "[a](#user-content-fn-b)[^b] ", "[a](#user-content-fn-b)"}) {
      CAPTURE(part);
      check(repeated(part, 5'000) + "\n\n[^b]: c");
      check(repeated(std::string(part) + "\n", 3'000) + "\n[^b]: c");
      check(repeated("* " + std::string(part) + "\n", 3'000) + "\n[^b]: c");
      check(repeated("> " + std::string(part) + "\n\n", 2'000) + "\n[^b]: c");
    }
    check(repeated("> [!NOTE] a\n\n", 10'000));
  }
  TEST_CASE("tags on one line") {
    check(repeated("{% hint %}", kMany));
    check(repeated("{% endhint %}", kMany));
    check("a " + repeated("{% hint %}", kMany));
    check(repeated("`{% hint %}", kMany));
  }
  TEST_CASE("tags and quotes that are never closed") {
    check(repeated("{% hint\n", kMany));
    check(repeated("{% hint a=\"\n", kMany));
    check(repeated("{% hint a=\"", kMany));
    check("{% hint a=\"" + repeated("“", kMany));
    check("a " + repeated("{% hint a=\"", kMany));
  }
  TEST_CASE("tags in cells and items, and targets with spaces") {
    check("| a |\n|---|\n" + repeated("| {% hint %}b{% endhint %} |\n", kMany / 10));
    check("| a |\n|---|\n| " + repeated("{% hint %}", kMany / 10) + "|\n");
    check("| a |\n|---|\n" + repeated("| b ", kMany / 2) + "\n");
    check("* a " + repeated("{% hint %}", kMany / 10) + repeated("{% endhint %}", kMany / 10));
    check(repeated("* a {% file src=\"b\" %} c\n", kMany / 10));
    check(repeated("[a](b c.md) ", kMany));
  }
  TEST_CASE("comments that are never closed") {
    CHECK(check(repeated("<!--\n", kMany)).starts_with("unclosed-html "));
    check(repeated("<!-- {% hint %}\n", kMany / 10));
    check(repeated("> <!--\n", kMany));
  }
  TEST_CASE("HTML that is never closed") {
    check(repeated("<div>\n", 10'000));
    check(repeated("<div>\n\n", 10'000));
    check(repeated("<b>", 10'000));
    check("a " + repeated("<b>", 10'000));
    check(repeated("</div>\n", 10'000));
  }
  TEST_CASE("code that is never closed") {
    check(repeated("```\n\n~~~\n", kMany));
    std::string ticks;
    for (std::size_t i = 1; i < 500; ++i) ticks += "e" + repeated("`", i);
    check(ticks);
  }
  TEST_CASE("what is too much stays on the page") {
    const ParsedText parsed("# T\n\n" + repeated("![[]()", kMany) + "\n\n*end*");
    const std::string words = to_plain_text(parsed.document.root());
    CHECK(words.find("![[]()![[]()") != std::string::npos);
    CHECK(words.ends_with("end"));
    REQUIRE(parsed.document.headings.size() == 1);
  }
}

}  // namespace
}  // namespace carnet
