#include "config/gitbook_yaml.h"

#include <doctest/doctest.h>

#include <string>

#include "loaded_config.h"
#include "stopwatch.h"

namespace carnet {
namespace {

// A book with some files, and the text of its .gitbook.yaml.
LoadedConfig load(const std::string& yaml) {
  return load_book({{".gitbook.yaml", yaml},
                    {"README.md", ""},
                    {"SUMMARY.md", ""},
                    {"docs/START.md", ""},
                    {"docs/nav/SUMMARY.md", ""},
                    {"docs/a/b.md", ""},
                    {"pictures/x.png", ""}});
}

// root, readme and summary; and no problem.
void check(const std::string& yaml, const std::string& expected) {
  const LoadedConfig loaded = load(yaml);
  CAPTURE(yaml);
  CHECK(loaded.problems() == "");
  CHECK(loaded.config.root + " " + loaded.config.readme + " " + loaded.config.summary == expected);
}

// One problem, and the same three.
void check_problem(const std::string& yaml, const std::string& problem,
                   const std::string& expected = " README.md SUMMARY.md") {
  const LoadedConfig loaded = load(yaml);
  CAPTURE(yaml);
  CHECK(loaded.problems() == problem);
  CHECK(loaded.config.root + " " + loaded.config.readme + " " + loaded.config.summary == expected);
}

std::string redirects(const Config& config) {
  std::string out;
  for (const RedirectRule& rule : config.redirects) {
    out += rule.from.value + " -> " + rule.to.value + "\n";
  }
  return out;
}

TEST_SUITE("gitbook_yaml") {
  TEST_CASE("nothing said, defaults") {
    check("", " README.md SUMMARY.md");
    check("---\n# nothing yet\n", " README.md SUMMARY.md");
    check("root:\nstructure:\nredirects:\n", " README.md SUMMARY.md");
  }

  TEST_CASE("the root may be spelled in many ways") {
    for (const char* root : {"docs", "./docs", "docs/", "./docs/", "/docs", "\"docs\"", "'./docs/'",
                             "pictures/../docs"}) {
      check("root: " + std::string(root) + "\n", "docs README.md SUMMARY.md");
    }
    for (const char* root : {"./", ".", "/", "\"\""}) {
      check("root: " + std::string(root) + "\n", " README.md SUMMARY.md");
    }
  }

  TEST_CASE("structure is relative to the root, whatever the order") {
    check(
        "---\n# Comment\nstructure:\n    readme: ./START.md  # here\n    summary: "
        "\"nav/SUMMARY.md\"\n"
        "root: ./docs\n",
        "docs START.md nav/SUMMARY.md");
  }

  TEST_CASE("redirects keep their order and their places") {
    const LoadedConfig loaded = load(
        "redirects:\n    old: new.md\n    docs/: ./a/b.md\n    \"é\": /a/b.md\n    x: "
        "https://example.org\n");
    CHECK(loaded.problems() == "");
    CHECK(redirects(loaded.config) ==
          "old -> new.md\ndocs/ -> ./a/b.md\né -> /a/b.md\nx -> https://example.org\n");
    CHECK(loaded.sources.text(loaded.config.redirects[2].from.span) == "\"é\"");
    CHECK(loaded.sources.text(loaded.config.redirects[2].to.span) == "/a/b.md");
  }

  TEST_CASE("a root outside of the book is an error") {
    check_problem("root: ../docs\n",
                  ".gitbook.yaml:1:7: the root `../docs` is outside of the book (../docs) "
                  "[root-outside-book]; build the folder that holds both, or move the pages");
    check_problem("root: docs/../../x\n",
                  ".gitbook.yaml:1:7: the root `docs/../../x` is outside of the book "
                  "(docs/../../x) [root-outside-book]; build the folder that holds both, or move "
                  "the pages");
  }

  TEST_CASE("paths that lead nowhere") {
    check_problem("root: doc\n",
                  ".gitbook.yaml:1:7: no folder `doc` with pages (doc) [invalid-gitbook-yaml]; "
                  "write a path from the folder of this file");
    check_problem("structure:\n  readme: readme.md\n",
                  ".gitbook.yaml:2:11: no file `readme.md` (readme.md) [invalid-gitbook-yaml]; did "
                  "you mean `README.md`?");
    check_problem("root: docs\nstructure:\n  summary: ./SUMMARY.md\n",
                  ".gitbook.yaml:3:12: no file `SUMMARY.md` (./SUMMARY.md) "
                  "[invalid-gitbook-yaml]; did you mean `nav/SUMMARY.md`?",
                  "docs README.md SUMMARY.md");
    check_problem("structure:\n  readme: ../README.md\n",
                  ".gitbook.yaml:2:11: `../README.md` is no file of the root folder "
                  "(../README.md) [invalid-gitbook-yaml]; write a path from the root folder");
    check_problem("structure:\n  readme: nothing.md\n",
                  ".gitbook.yaml:2:11: no file `nothing.md` (nothing.md) [invalid-gitbook-yaml]; "
                  "write a path from the root folder");
  }

  TEST_CASE("wrong types") {
    check_problem("- a\n",
                  ".gitbook.yaml:1:1: this file is a list, not lines of `key: value` (- a) "
                  "[invalid-gitbook-yaml]");
    check_problem(
        "root: [docs]\n",
        ".gitbook.yaml:1:7: `root` is a list, not a text ([docs]) [invalid-gitbook-yaml]");
    check_problem("structure: SUMMARY.md\n",
                  ".gitbook.yaml:1:12: `structure` is the text `SUMMARY.md`, not a map "
                  "(SUMMARY.md) [invalid-gitbook-yaml]; write lines of `name: value` below it, "
                  "indented");
    check_problem("redirects:\n  a:\n  b: [c]\n",
                  ".gitbook.yaml:2:3: the redirect `a` leads nowhere (a) [invalid-gitbook-yaml]; "
                  "write the path of a page behind it\n"
                  ".gitbook.yaml:3:6: `b` is a list, not a text ([c]) [invalid-gitbook-yaml]");
  }

  TEST_CASE("slips in keys are noticed, unknown keys are not") {
    check_problem("redirect:\n  a: b.md\n",
                  ".gitbook.yaml:1:1: unknown key `redirect` (redirect) [invalid-gitbook-yaml]; "
                  "did you mean `redirects`?");
    check("format: markdown\n", " README.md SUMMARY.md");
  }

  TEST_CASE("what stands above a mistake counts") {
    const LoadedConfig loaded = load("root: docs\nredirects:\n  a: b.md\n  c: d: e\n  f: g.md\n");
    CHECK(loaded.problems() ==
          ".gitbook.yaml:4:7: a second `:` in one line (:) [invalid-gitbook-yaml]; put the text "
          "between quotes: `c: \"d: e\"`");
    CHECK(loaded.config.root == "docs");
    CHECK(redirects(loaded.config) == "a -> b.md\n");
  }

  TEST_CASE("of a doubled redirect the last one counts") {
    const LoadedConfig loaded = load("redirects:\n  a: b.md\n  c: d.md\n  a: e.md\n");
    CHECK(loaded.problems() ==
          ".gitbook.yaml:4:3: the key `a` is there twice (a) [invalid-gitbook-yaml]; only this "
          "one counts; remove the other");
    CHECK(redirects(loaded.config) == "a -> e.md\nc -> d.md\n");
  }

  TEST_CASE("the short spelling of the name is read, with advice") {
    const LoadedConfig loaded = load_book({{".gitbook.yml", "root: docs\n"}, {"docs/a.md", ""}});
    CHECK(loaded.config.root == "docs");
    CHECK(loaded.problems() ==
          ".gitbook.yml:1:1: GitBook does not read `.gitbook.yml` () [config-file-name]; name it "
          "`.gitbook.yaml`");
    CHECK(load_book({{".gitbook.yml", "root: docs\n"}, {".gitbook.yaml", ""}, {"docs/a.md", ""}})
              .config.root == "");
  }

  TEST_CASE("many redirects take no time") {
    std::string yaml = "redirects:\n";
    for (int i = 0; i < 10'000; ++i) yaml += "  old/" + std::to_string(i) + ": new/page.md\n";
    const Stopwatch stopwatch;
    CHECK(load(yaml).config.redirects.size() == 10'000);
    CHECK(stopwatch.seconds() < 2.0);  // Sanitizers are slow; without them it is 0.03 s.
  }
}

}  // namespace
}  // namespace carnet
