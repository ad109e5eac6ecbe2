#include "config/globs.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

#include "base/limits.h"
#include "stopwatch.h"

namespace carnet {
namespace {

// Which of the files are kept out by the lines.
void check(std::initializer_list<const char*> lines, std::initializer_list<const char*> out,
           std::initializer_list<const char*> in) {
  Globs globs;
  for (const char* line : lines) CHECK(globs.add(line));
  CAPTURE(*lines.begin());
  for (const char* file : out) {
    CAPTURE(file);
    CHECK(globs.matches(file));
  }
  for (const char* file : in) {
    CAPTURE(file);
    CHECK(!globs.matches(file));
  }
}

TEST_SUITE("globs") {
  TEST_CASE("a name matches at any depth, and so does what lies in it") {
    check({"drafts"}, {"drafts", "a/drafts", "drafts/a.md", "a/drafts/b/c.md"},
          {"draft", "drafts.md", "my-drafts/a.md"});
    check({"*.mmd"}, {"a.mmd", "a/b.mmd", ".mmd"}, {"a.mmd.md", "mmd"});
  }

  TEST_CASE("a slash ties a pattern to the folder") {
    check({"/a.md"}, {"a.md"}, {"b/a.md"});
    check({"./a.md"}, {"a.md"}, {"b/a.md"});
    check({"b/a.md"}, {"b/a.md"}, {"c/b/a.md", "a.md"});
    check({"b/*.md"}, {"b/a.md"}, {"b/c/a.md", "b/a.txt"});
  }

  TEST_CASE("a slash at the end means folders") {
    check({"x/"}, {"x/a.md", "a/x/b.md"}, {"x", "a/x"});
  }

  TEST_CASE("two stars cross folders") {
    check({"**/x.md"}, {"x.md", "a/x.md", "a/b/x.md"}, {"ax.md", "a/bx.md"});
    check({"a/**"}, {"a/b", "a/b/c.md"}, {"a", "b/a/c"});
    check({"a/**/b"}, {"a/b", "a/x/b", "a/x/y/b"}, {"ab", "a/xb", "a/b2"});
    check({"**/a/**/*.md"}, {"a/b.md", "x/a/y/z/b.md"}, {"a.md", "x/b.md"});
    check({"a**b"}, {"ab", "axxb", "d/axb"}, {"a/b"});
  }

  TEST_CASE("one character, of any length in bytes") {
    check({"?.md"}, {"a.md", "é.md", "🚀.md"}, {".md", "ab.md", "a/b/cd.md"});
    check({"a?b/*"}, {"axb/c"}, {"a/b/c"});
  }

  TEST_CASE("classes") {
    check({"[a-cx].md"}, {"a.md", "b.md", "x.md"}, {"d.md", "-.md"});
    check({"[!a].md"}, {"b.md", "é.md"}, {"a.md"});
    check({"[^a].md"}, {"b.md"}, {"a.md"});
    check({"[]a].md"}, {"].md", "a.md"}, {"b.md"});
    check({"[a-].md"}, {"-.md", "a.md"}, {"b.md"});
    check({"[à-ü].md"}, {"é.md"}, {"e.md"});
    check({"[α-ω].md"}, {"λ.md"}, {"e.md"});
    check({"[\\]].md"}, {"].md"}, {"\\.md"});
    check({"a[b"}, {"a[b"}, {"ab"});
  }

  TEST_CASE("the last pattern that matches decides, but not below a folder that is out") {
    check({"*.md", "!keep.md"}, {"a.md"}, {"keep.md", "x/keep.md"});
    check({"*.md", "!keep.md", "keep.md"}, {"keep.md"}, {});
    check({"drafts/", "!drafts/keep.md"}, {"drafts/keep.md"}, {});
    check({"drafts/*", "!drafts/keep.md"}, {"drafts/a.md"}, {"drafts/keep.md"});
  }

  TEST_CASE("comments, empty lines, escapes and spaces") {
    check({"#a", "", "  ", "/"}, {}, {"#a", "a", " "});
    check({"\\#a", "\\!b", "c  ", "d\\ ", "e\\*"}, {"#a", "!b", "c", "d ", "e*"},
          {"c  ", "d", "ex"});
    check({"a\\"}, {"a\\"}, {"a"});
    check({"été/"}, {"été/a.md"}, {"ete/a.md"});
  }

  TEST_CASE("a list of a folder speaks of that folder only") {
    Globs globs;
    CHECK(globs.add("*.txt", "docs"));
    CHECK(globs.add("/x.md", "docs"));
    CHECK(globs.matches("docs/a.txt"));
    CHECK(globs.matches("docs/b/a.txt"));
    CHECK(globs.matches("docs/x.md"));
    CHECK(!globs.matches("a.txt"));
    CHECK(!globs.matches("docs2/a.txt"));
    CHECK(!globs.matches("x.md"));
  }

  TEST_CASE("hostile patterns take no time") {
    const Stopwatch stopwatch;
    std::string stars;
    for (int i = 0; i < 100; ++i) stars += "*a";
    std::string folders;
    for (int i = 0; i < 100; ++i) folders += "**/*a*/";
    Globs globs;
    CHECK(globs.add(stars + "b"));
    CHECK(globs.add(folders + "b"));
    CHECK(!globs.matches(std::string(3'000, 'a')));
    std::string deep;
    for (int i = 0; i < 100; ++i) deep += "aaa/";
    CHECK(!globs.matches(deep + "c"));
    CHECK(!globs.add(std::string(kMaxGlobBytes, 'x')));
    CHECK(stopwatch.seconds() < 5.0);  // Sanitizers are slow; without them it is 0.1 s.
  }
}

}  // namespace
}  // namespace carnet
