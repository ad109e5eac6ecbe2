#include "site/known_spaces.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "markdown/parse.h"
#include "site/build_site.h"

namespace carnet {
namespace {

constexpr std::string_view kSpace = "https://app.gitbook.com/s/X";

// A page of "links" with a link to each of these paths of the space X.
std::string links_to(std::initializer_list<std::string_view> paths) {
  std::string text = "# Links\n";
  for (const std::string_view path : paths) {
    text += "\n[a](" + std::string(kSpace) + "/" + std::string(path) + ")\n";
  }
  return text;
}

// A site of the books "api", "guide" and "links", the last with these redirects. What X is taken
// for, where old addresses lead, and the codes of messages.
std::string deduce(const std::map<std::string, std::string>& files, const std::string& spaces = {},
                   const std::vector<std::pair<std::string, std::string>>& redirects = {}) {
  warm_up_parser();
  Sources sources;
  Diagnostics diagnostics;
  SiteSources made_from;
  Config config;
  if (!spaces.empty()) {
    config.spaces = parse_yaml(sources, sources.add("carnet.yaml", spaces)).root;
  }
  const std::vector<std::string> folders = {"api", "guide", "links"};
  for (const std::string& folder : folders) {
    made_from.books.push_back(
        {{.folder = folder, .root = folder, .name = {}, .config = config}, nullptr});
  }
  for (const auto& [from, to] : redirects) {
    RedirectRule rule;
    rule.from.value = from;
    rule.to.value = to;
    made_from.books.back().plan.config.redirects.push_back(rule);
  }
  for (const auto& [path, text] : files) {
    std::size_t book = 0;
    while (!path.starts_with(folders[book] + "/")) ++book;
    made_from.pages.push_back(
        {path, parse_document(sources, sources.add(path, text), {}, diagnostics), book});
  }
  Site site;
  build_site(site, config, std::move(made_from), sources, 1, diagnostics);
  std::string out = "nothing";
  if (const auto space = site.spaces.find("X"); space != site.spaces.end()) {
    out = space->second.book == nullptr ? space->second.url : space->second.book->folder;
  }
  for (const Redirect& redirect : site.redirects) {
    out += " " + redirect.from + ">";
    out += redirect.target ? site.pages[redirect.target.index].permalink : redirect.external;
    if (!redirect.fragment.empty()) out += "#" + redirect.fragment;
  }
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (diagnostic.kind == DiagnosticKind::MissingUrl) continue;
    out += " " + std::string(info(diagnostic.kind).code);
  }
  return out;
}

const std::map<std::string, std::string> kBooks = {
    {"api/a.md", ""},   {"api/b.md", ""},     {"api/c/README.md", ""}, {"api/same.md", ""},
    {"guide/d.md", ""}, {"guide/e/f.md", ""}, {"guide/same.md", ""},
};

void check(std::initializer_list<std::string_view> paths, const std::string& expected) {
  auto files = kBooks;
  files["links/README.md"] = links_to(paths);
  CHECK(deduce(files) == expected);
}

TEST_SUITE("known_spaces") {
  TEST_CASE("three pages that only one book has leave no doubt") {
    check({"a", "b", "c"}, "api deduced-space");
    check({"a", "b", "c/"}, "api deduced-space");
    check({"a", "b", "c", "gone", "gone-too", "c/gone"}, "api deduced-space");
  }
  TEST_CASE("fewer do") {
    check({"a", "b"}, "nothing unknown-space");
    check({"a", "a", "a#x"}, "nothing unknown-space");
    check({"a", "b", "same"}, "nothing unknown-space");
    check({""}, "nothing unknown-space");
  }
  TEST_CASE("so does another book, and a majority that is nowhere") {
    check({"a", "b", "c", "d"}, "nothing unknown-space");
    check({"a", "b", "c", "1", "2", "3", "4"}, "nothing unknown-space");
  }
  TEST_CASE("folders alone are not enough") {
    check({"c/1", "c/2", "c/3", "c/4"}, "nothing unknown-space");
    check({"e/1", "e/f", "d", "e"}, "guide deduced-space");
  }
  TEST_CASE("two pages are, where only the book itself speaks of them") {
    auto files = kBooks;
    files["api/a.md"] = links_to({"b", "c"});
    CHECK(deduce(files) == "api deduced-space");
    files["guide/d.md"] = links_to({"b"});
    CHECK(deduce(files) == "nothing unknown-space");
  }
  TEST_CASE("carnet.yaml is always right") {
    auto files = kBooks;
    files["links/README.md"] = links_to({"a", "b", "c"});
    CHECK(deduce(files, "X: guide") == "guide");
    CHECK(deduce(files, "X: ./guide/") == "guide");
    CHECK(deduce(files, "X: https://example.org/docs/") == "https://example.org/docs");
    CHECK(deduce(files, "Y: guide") == "api deduced-space");
  }
  TEST_CASE("redirects lead into spaces, too") {
    auto files = kBooks;
    files["links/README.md"] = "";
    const auto to = [](const std::string& path) { return std::string(kSpace) + path; };
    CHECK(deduce(files, "X: api", {{"old", to("/a#h")}, {"start", to("/~/changes/3/c/")}}) ==
          "api links/old>api/a.html#h links/start>api/c/index.html");
    CHECK(deduce(files, "X: https://example.org", {{"old", to("/a/b")}}) ==
          "https://example.org links/old>https://example.org/a/b");
    CHECK(deduce(files, "X: links", {{"1", to("/2")}, {"2", to("/3")}, {"3", "/README.md"}}) ==
          "links links/1>links/index.html links/2>links/index.html links/3>links/index.html");
  }
  TEST_CASE("a redirect to a page that a space has not keeps its address") {
    auto files = kBooks;
    files["links/README.md"] = "";
    const std::string gone = std::string(kSpace) + "/gone";
    CHECK(deduce(files, "X: api", {{"old", gone}}) == "api links/old>" + gone + " broken-redirect");
    CHECK(deduce(files, {}, {{"old", gone}}) == "nothing links/old>" + gone + " unknown-space");
    const std::string self = std::string(kSpace) + "/old";
    CHECK(deduce(files, "X: links", {{"old", self}}) ==
          "links links/old>" + self + " broken-redirect");
  }
  TEST_CASE("targets of redirects say which space it is, as links do") {
    auto files = kBooks;
    files["links/README.md"] = links_to({"a", "b"});
    CHECK(deduce(files, {}, {{"old", std::string(kSpace) + "/c"}}) ==
          "api links/old>api/c/index.html deduced-space");
  }
  TEST_CASE("what carnet.yaml says must be a space") {
    auto files = kBooks;
    files["links/README.md"] = links_to({"a"});
    CHECK(deduce(files, "X: nowhere") == "nothing invalid-config unknown-space");
    CHECK(deduce(files, "X: [guide]") == "nothing invalid-config unknown-space");
    CHECK(deduce(files, "X:") == "nothing invalid-config unknown-space");
  }
}

}  // namespace
}  // namespace carnet
