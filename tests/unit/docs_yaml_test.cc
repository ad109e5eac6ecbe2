#include "config/docs_yaml.h"

#include <doctest/doctest.h>

#include <string>

#include "loaded_config.h"

namespace carnet {
namespace {

struct Loaded {
  SiteStructure structure;
  std::string problems;
};

Loaded load(const std::string& yaml) {
  Sources sources;
  SourceTree tree;
  Diagnostics diagnostics;
  for (const char* path :
       {"a/README.md", "b/README.md", "c/x/page.md", "d/picture.png", "docs.yaml"}) {
    const bool is_yaml = std::string(path) == "docs.yaml";
    tree.texts.push_back({path, sources.add(path, is_yaml ? yaml : "")});
  }
  Loaded loaded;
  loaded.structure = read_docs_yaml(tree.texts.back().source, tree, sources, diagnostics);
  loaded.problems = problem_text(sources, diagnostics);
  return loaded;
}

// "Title(path)[space=folder space=-]*": a star behind what is default, a bang behind what is
// hidden.
std::string print(const SiteStructure& structure) {
  std::string out;
  for (std::size_t i = 0; i < structure.sections.size(); ++i) {
    const Section& section = structure.sections[i];
    out += (out.empty() ? "" : " ") + section.title.text + "(" + section.path + ")[";
    for (std::size_t j = 0; j < section.spaces.size(); ++j) {
      const Space& space = section.spaces[j];
      out += (j == 0 ? "" : " ") + space.title.text + "=";
      out += space.is_here() ? space.folder.value : "-";
      if (!space.language.value.empty()) out += ":" + space.language.value;
      out += j == section.default_space ? "*" : "";
      out += space.is_hidden ? "!" : "";
    }
    out += "]";
    out += i == structure.default_section ? "*" : "";
    out += section.is_hidden ? "!" : "";
  }
  return out;
}

std::string menu(const std::vector<SectionEntry>& entries) {
  std::string out;
  for (const SectionEntry& entry : entries) {
    out += (out.empty() ? "" : ",") + entry.title.text;
    if (!entry.entries.empty()) out += "(" + menu(entry.entries) + ")";
  }
  return out;
}

void check(const std::string& structure, const std::string& expected,
           const std::string& expected_menu) {
  const Loaded loaded = load("site:\n  structure:\n" + structure);
  CAPTURE(structure);
  CHECK(loaded.problems.empty());
  CHECK(print(loaded.structure) == expected);
  CHECK(menu(loaded.structure.menu) == expected_menu);
}

void check_problems(const std::string& yaml, const std::string& expected) {
  CAPTURE(yaml);
  CHECK(load(yaml).problems == expected);
}

TEST_SUITE("docs_yaml") {
  TEST_CASE("what stands behind a mistake of YAML is not missed twice") {
    const Loaded loaded = load(
        "site:\n  structure:\n    - type: section\n      title: Guide : what to know\n      "
        "children:\n"
        "        - {type: space, title: A, content: {directory: a}}\n");
    CHECK(loaded.structure.empty());
    CHECK(loaded.problems.find("a second `:` in one line") != std::string::npos);
    CHECK(loaded.problems.find("correct it first") != std::string::npos);
    CHECK(loaded.problems.find("there is nothing in this") == std::string::npos);
  }
  TEST_CASE("spaces at the top are variants of each other") {
    check(R"(
  - {type: space, title: A, path: v2, content: {directory: a, language: en}}
  - {type: space, title: B, path: v1, default: true, content: {directory: ./b/}}
)",
          "()[A=a:en B=b*]*", "");
  }

  TEST_CASE("beside sections, a space is a section of its own") {
    check(R"(
  - {type: space, title: A, path: a, hidden: true, content: {directory: /a}}
  - {type: section, title: S, path: s, children: [{type: space, title: B, content: {directory: b}}]}
)",
          "A(a)[A=a*]*! S(s)[B=b*]", "S");
  }

  TEST_CASE("groups hold sections, spaces and groups") {
    check(R"(
  - type: section-group
    title: G
    children:
      - {type: space, title: A, content: {directory: a}}
      - {type: section-group, title: H, children: [
          {type: section, title: S, children: [{type: space, title: B, content: {directory: b}}]}]}
  - type: section-group
    title: Hidden
    hidden: true
    children: [{type: space, title: C, content: {directory: c}}]
)",
          "A()[A=a*]* S()[B=b*] C()[C=c*]!", "G(A,H(S))");
  }

  TEST_CASE("a space without a folder is elsewhere, and a draft is nowhere") {
    check(R"(
  - {type: space, title: A, content: {directory: a}}
  - {type: space, title: B, content: {directory: null, language: fr}}
  - {type: space, title: C, content: null}
  - {type: space, title: D}
  - {type: space, title: E, draft: true, content: {directory: nowhere}}
)",
          "()[A=a* B=-:fr C=- D=-]*", "");
  }

  TEST_CASE("texts have translations") {
    const Loaded loaded = load(R"(
site:
  title: Trains
  localizedTitle: {fr: Les trains, pt-BR: Os trens}
  structure: [{type: space, title: A, content: {directory: a}}])");
    CHECK(loaded.problems == "");
    const LocalText& title = loaded.structure.title;
    CHECK(title.in("fr") == "Les trains");
    CHECK(title.in("fr-CA") == "Les trains");
    CHECK(title.in("pt") == "Os trens");
    CHECK(title.in("de") == "Trains");
    CHECK(title.in("") == "Trains");
  }

  TEST_CASE("readers come to the default space, or to the first one that is here") {
    const auto landing = [](const std::string& structure) {
      const SiteStructure site = load("site:\n  structure:\n" + structure).structure;
      const std::size_t section = site.landing_section();
      return site.sections[section].spaces[site.sections[section].landing_space()].title.text;
    };
    CHECK(landing(R"(
  - {type: space, title: A, content: {directory: a}}
  - {type: space, title: B, default: true, content: {directory: b}}
)") == "B");
    CHECK(landing(R"(
  - {type: space, title: A, hidden: true, content: {directory: a}}
  - {type: space, title: B, content: {directory: b}}
  - {type: space, title: C, default: true, content: {directory: null}}
)") == "B");
    CHECK(landing(R"(
  - {type: section, title: S, default: true, children: [{type: space, title: A, content: null}]}
  - {type: section, title: T, children: [{type: space, title: B, content: {directory: b}}]}
)") == "B");
  }

  TEST_CASE("the addresses that spaces have on GitBook") {
    const SiteStructure site = load(R"(
site:
  structure:
    - {type: section, title: S, path: s, children: [
        {type: space, title: A, path: a, content: {directory: a}},
        {type: space, title: B, path: b, content: {directory: b}}]}
    - {type: section, title: T, path: t, children: [
        {type: space, title: C, content: {directory: c}},
        {type: space, title: No path, content: null}]}
)")
                                   .structure;
    using Addresses = std::vector<std::string>;
    CHECK(site.addresses_of(0, 0) == Addresses{""});
    CHECK(site.addresses_of(0, 1) == Addresses{"b", "s/b"});
    CHECK(site.addresses_of(1, 0) == Addresses{"t"});
    CHECK(site.addresses_of(1, 1).empty());
  }

  TEST_CASE("what says nothing of spaces") {
    const std::string nothing =
        "docs.yaml:1:1: there is no space in this file, so this folder is built as one book () "
        "[invalid-docs-yaml]; list them below `site:` and `structure:`, each with `type: space`";
    check_problems("", nothing);
    check_problems("$schema: x\n", nothing);
  }

  TEST_CASE("no space that is here") {
    const Loaded loaded =
        load("site: {title: T, structure: [{type: space, title: A, content: {directory: d}}]}");
    CHECK(loaded.structure.empty());
    CHECK(loaded.structure.title.text == "T");
    CHECK(loaded.problems.find("no page in the folder `d` (d)") != std::string::npos);
    CHECK(loaded.problems.find("no space of this file is here") != std::string::npos);
  }
}

}  // namespace
}  // namespace carnet
