#include "markdown/front_matter.h"

#include <doctest/doctest.h>

#include <string>

#include "problem_text.h"
#include "stopwatch.h"

namespace carnet {
namespace {

struct Page {
  explicit Page(std::string text) {
    source = sources.add("p.md", std::move(text));
    matter = parse_front_matter(source, sources.text(source), diagnostics);
  }

  std::string body() const { return std::string(sources.text(source).substr(matter.body_begin)); }
  std::string problems() const { return problem_text(sources, diagnostics); }

  Sources sources;
  SourceId source{};
  Diagnostics diagnostics;
  FrontMatter matter;
};

// What is left for Markdown to read.
void check_body(const std::string& text, const std::string& expected) {
  const Page page(text);
  CAPTURE(text);
  CHECK(page.body() == expected);
  CHECK(page.problems() == "");
}

// One problem, and the title and description that are found all the same.
void check_problem(const std::string& yaml, const std::string& expected,
                   const std::string& title = "", const std::string& description = "") {
  const Page page("---\n" + yaml + "---\nbody\n");
  CAPTURE(yaml);
  CHECK(page.problems() == expected);
  CHECK(page.matter.title.value == title);
  CHECK(page.matter.description.value == description);
  CHECK(page.body() == "body\n");
}

TEST_SUITE("front_matter") {
  TEST_CASE("stands between two lines of three dashes, at the very top") {
    check_body("---\ntitle: A\n---\n# B\n", "# B\n");
    check_body("---  \ntitle: A\n---\t \n# B\n", "# B\n");
    check_body("---\ntitle: A\n...\n# B\n", "# B\n");
    check_body("---\n\n---\n# B\n", "# B\n");
    check_body("---\n---\n# B\n", "# B\n");
    check_body("---\n---", "");
    check_body("---\n# a comment\n---\nx", "x");
  }

  TEST_CASE("anything else is Markdown and stays") {
    for (const char* text :
         {"", "---", "---\n", "----\na: b\n----\n", " ---\na: b\n---\n", "\n---\na: b\n---\n",
          "--- x\na: b\n---\n", "# A\n---\na: b\n---\n", "---\nA paragraph between rules.\n---\n",
          "---\n* a list\n* of `two`\n---\n", "---\n[link](a.md) and more\n---\n"}) {
      check_body(text, text);
    }
  }

  TEST_CASE("what is never closed is Markdown, too, and reported") {
    for (const char* text : {"---\ntitle: A\n", "---\ntitle: A\n ---\n", "---\ntitle: A\n----\n",
                             "---\ntitle: A\n\n# B\n\nText.\n\n---\n"}) {
      const Page page(text);
      CAPTURE(text);
      CHECK(page.body() == text);
      CHECK(page.problems() ==
            "p.md:1:1: this front matter is never closed (---) [invalid-front-matter]; write `---` "
            "behind its last line; it is shown as text");
    }
    CHECK(Page("---\ntitle: A\n\n# a comment\nicon: gear\n---\nx").body() == "x");
    CHECK(Page("---\ntitle: A\n\n# a comment\ntags:\n- b\n  - c\n---\nx").body() == "x");
  }

  TEST_CASE("values have their place") {
    const Page page(
        "---\ntitle: L'été\ndescription: >-\n  Une ligne\n  et une autre\nhidden: true\n"
        "icon: 'gear'\npermalink: /a/b\nredirect_from:\n  - /x\n  - /y z\nlang: fr\n"
        "published: false\ncover: ../a.png\nnoIndex: true\nnoRobotsIndex: true\n---\n");
    const FrontMatter& matter = page.matter;
    CHECK(page.problems() == "");
    CHECK(matter.title.value == "L'été");
    CHECK(page.sources.text(matter.title.span) == "L'été");
    CHECK(matter.description.value == "Une ligne et une autre");
    CHECK(page.sources.text(matter.description.span) == ">-\n  Une ligne\n  et une autre");
    CHECK(matter.hidden.value);
    CHECK(page.sources.text(matter.hidden.span) == "true");
    CHECK(matter.icon.value == "gear");
    CHECK(matter.permalink.value == "/a/b");
    REQUIRE(matter.redirect_from.size() == 2);
    CHECK(matter.redirect_from[1].value == "/y z");
    CHECK(page.sources.text(matter.redirect_from[1].span) == "/y z");
    CHECK(matter.lang.value == "fr");
    CHECK(!matter.published.value);
    CHECK(matter.cover.value == "../a.png");
    CHECK(matter.no_index.value);
    CHECK(matter.no_robots_index.value);
  }

  TEST_CASE("what is not written has its default, and no place") {
    const Page page("---\ntitle:\nhidden:\nlayout:\nredirect_from:\n---\n");
    CHECK(page.problems() == "");
    CHECK(!page.matter.title.is_written());
    CHECK(!page.matter.hidden.value);
    CHECK(page.matter.published.value);
    CHECK(!page.matter.published.is_written());
    CHECK(page.matter.layout.outline);
  }

  TEST_CASE("one old address needs no list") {
    CHECK(Page("---\nredirect_from: /x\n---\n").matter.redirect_from.at(0).value == "/x");
  }

  TEST_CASE("parts of the page can be hidden") {
    const Page page(
        "---\nlayout:\n  width: wide\n  title:\n    visible: false\n"
        "  tableOfContents: {visible: false}\n  outline:\n    visible: true\n"
        "  cover:\n    visible: false\n    size: full\n---\n");
    CHECK(page.problems() == "");
    CHECK(page.matter.layout.width == PageLayout::Width::Wide);
    CHECK(!page.matter.layout.title);
    CHECK(!page.matter.layout.table_of_contents);
    CHECK(page.matter.layout.outline);
    CHECK(!page.matter.layout.cover);
    CHECK(page.matter.layout.pagination);
  }

  TEST_CASE("a cover has a place and a height within limits") {
    const Page page(
        "---\ncover: a.png\ncoverDark: b.png\ncoverY: -12.5\ncoverHeight: 9000\n"
        "layout: {cover: {size: background, mask: radial}}\n---\n");
    CHECK(page.problems() == "");
    CHECK(page.matter.cover_dark.value == "b.png");
    CHECK(page.matter.cover_y == -12.5);
    CHECK(page.matter.cover_height == 700);
    CHECK(page.matter.layout.cover_size == PageLayout::CoverSize::Background);
    CHECK(page.matter.layout.cover_mask == PageLayout::CoverMask::Radial);
    const Page bare("---\ncover: a.png\n---\n");
    CHECK(bare.matter.cover_height == 0);
    CHECK(bare.matter.layout.cover_size == PageLayout::CoverSize::Hero);
  }

  TEST_CASE("other addresses: one or many, some of them nothing") {
    const Page page(
        "---\nmetaLinks:\n  canonical: a.md\n  alternates:\n    - b.md\n    -\n"
        "    - >-\n      https://example.org/c\n---\n");
    CHECK(page.problems() == "");
    CHECK(page.matter.canonical.value == "a.md");
    REQUIRE(page.matter.alternates.size() == 2);
    CHECK(page.matter.alternates[0].value == "b.md");
    CHECK(page.matter.alternates[1].value == "https://example.org/c");
    CHECK(Page("---\nmetaLinks: {canonical: , alternates: a.md}\n---\n").matter.alternates.size() ==
          1);
  }

  TEST_CASE("later keys are found in the tree") {
    const Page page("---\nvars:\n  x: 1\ntags: [a, {tag: b, primary: true}]\ncoverY: -3\n---\n");
    CHECK(page.problems() == "");
    CHECK(page.matter.find("coverY")->as_integer() == -3);
    CHECK(page.matter.find("tags")->items.size() == 2);
    CHECK(page.matter.find("vars")->find("x")->text == "1");
    CHECK(!page.matter.find("nope"));
  }

  TEST_CASE("Jekyll's layout, and keys of other programs, mean nothing here") {
    const Page page(
        "---\nlayout: with-sidebar\nsidebar: s.html\ntitle: Les intrapreneurs\n"
        "permalink: /approche/intrapreneurs\ncreatedAt: 2020-01-01\n---\n");
    CHECK(page.problems() == "");
    CHECK(page.matter.title.value == "Les intrapreneurs");
    CHECK(page.matter.permalink.value == "/approche/intrapreneurs");
  }

  TEST_CASE("a wrong type is reported where it is written") {
    check_problem("hidden: yes\n",
                  "p.md:2:9: `hidden` is the text `yes`, not `true` or `false` (yes) "
                  "[invalid-front-matter]");
    check_problem(
        "title: [draft]\ndescription: d\n",
        "p.md:2:8: `title` is a list, not a text ([draft]) [invalid-front-matter]; put it "
        "between quotes",
        "", "d");
    check_problem("redirect_from: {a: b}\n",
                  "p.md:2:16: `redirect_from` is a map, not a path or a list of paths ({a: b}) "
                  "[invalid-front-matter]");
    check_problem("redirect_from: [a, [b]]\n",
                  "p.md:2:20: `redirect_from` is a list, not a path ([b]) [invalid-front-matter]");
    check_problem(
        "layout: {width: huge, outline: false, tags: {visible: no}}\n",
        "p.md:2:17: `width` is the text `huge`, not `default` or `wide` (huge) "
        "[invalid-front-matter]\n"
        "p.md:2:32: `outline` is `false`, not a map (false) [invalid-front-matter]; write "
        "`outline: {visible: false}`\n"
        "p.md:2:55: `visible` is the text `no`, not `true` or `false` (no) "
        "[invalid-front-matter]");
    check_problem("coverY: nan\n",
                  "p.md:2:9: `coverY` is the text `nan`, not a number of pixels (nan) "
                  "[invalid-front-matter]");
    check_problem("coverHeight: 12px\n",
                  "p.md:2:14: `coverHeight` is the text `12px`, not a number of pixels (12px) "
                  "[invalid-front-matter]");
    check_problem("layout: []\n",
                  "p.md:2:9: `layout` is a list, not a map ([]) [invalid-front-matter]");
  }

  TEST_CASE("each key of a block that is no YAML is read alone") {
    check_problem("title: \"é\"\ndescription: Auth: how it works\n",
                  "p.md:3:18: a second `:` in one line (:) [invalid-front-matter]; put the text "
                  "between quotes: `description: \"Auth: how it works\"`",
                  "é", "Auth: how it works");
    check_problem("title: @home\ndescription: >-\n  one\n  two\n",
                  "p.md:2:8: a text cannot begin with `@` without quotes (@home) "
                  "[invalid-front-matter]; put the text between quotes: `title: \"@home\"`",
                  "@home", "one two");
    check_problem("title: \"never closed\ndescription: d\n",
                  "p.md:2:8: the quote `\"` is never closed (\") [invalid-front-matter]; write "
                  "another `\"` where the text ends",
                  "\"never closed", "d");
    check_problem("title: \"A: b\" c\"\ndescription: d\n",
                  "p.md:2:15: text behind the closing quote (c\") [invalid-front-matter]; put the "
                  "text between quotes: `title: '\"A: b\" c\"'`",
                  "A: b\" c", "d");
    check_problem("title:Bonjour\n",
                  "p.md:2:1: the front matter is the text `title:Bonjour`, not lines of `key: "
                  "value` (title:Bonjour) [invalid-front-matter]; write a space behind each colon");
    check_problem("title: A\ntitle: B\n",
                  "p.md:3:1: the key `title` is there twice (title) [invalid-front-matter]; only "
                  "this one counts; remove the other",
                  "B");
  }

  TEST_CASE("recovered values have their place, too") {
    const Page page("---\nx: @\ntitle: été: \"x\"\n---\n");
    CHECK(page.sources.text(page.matter.title.span) == "été: \"x\"");
    CHECK(page.matter.title.value == "été: \"x\"");
  }

  TEST_CASE("hostile front matter is left behind quickly") {
    const Stopwatch stopwatch;
    std::string keys;
    for (int i = 0; i < 300'000; ++i) keys += "a: b\n";
    CHECK(Page("---\n" + keys + "---\nx").body() == "x");
    CHECK(Page("---\nx: @\n" + keys.substr(0, 500'000) + "---\nx").body() == "x");
    CHECK(Page("---\na: " + std::string(2'000'000, '[') + "\n---\nx").body() == "x");
    CHECK(Page("---\na: " + std::string(900'000, 'x') + "\n---\nx").body() == "x");
    CHECK(Page("---\n" + std::string(900'000, '\n') + "---\nx").body() == "x");
    CHECK(stopwatch.seconds() < 10.0);  // Sanitizers are slow; without them it is 0.2 s.
  }
}

}  // namespace
}  // namespace carnet
