#include <doctest/doctest.h>

#include "built_site.h"

namespace carnet {
namespace {

std::string outline(const std::vector<TocEntry*>& entries) {
  std::string out;
  for (const TocEntry* entry : entries) {
    out += (out.empty() ? "" : " ") + entry->label;
    if (!entry->children.empty()) out += "(" + outline(entry->children) + ")";
  }
  return out;
}

// The table of contents of a book without SUMMARY.md.
void check_folders(const BookFiles& files, std::string_view expected) {
  const BuiltSite built(files);
  CHECK(outline(built.site.books.front().toc.roots) == expected);
}

// What a page is called, with SUMMARY.md or without.
void check_title(const BookFiles& files, const std::string& path, std::string_view title,
                 std::string_view label, std::string_view codes = "",
                 Config::Titles titles = Config::Titles::Heading) {
  Config config;
  config.titles = titles;
  const BuiltSite built(files, config);
  CHECK(built.page(path).title == title);
  CHECK(built.page(path).label == label);
  CHECK(built.codes() == codes);
}

void check_names(const BookFiles& files, std::string_view codes) {
  CHECK(BuiltSite(files).codes() == codes);
}

TEST_SUITE("table of contents") {
  TEST_CASE("folders and pages by name, numbers by value, the README first") {
    check_folders({{"README.md", "# Home"},
                   {"page-10.md", "# Ten"},
                   {"page-2.md", "# Two"},
                   {"Alpha.md", "# A"},
                   {"été.md", "# E"},
                   {"zoo/README.md", "# Zoo"},
                   {"zoo/b.md", "# B"}},
                  "Home A E Two Ten Zoo(B)");
  }
  TEST_CASE("a folder without a README has its name") {
    check_folders({{"README.md", "# Home"}, {"first-steps/a.md", "# A"}}, "Home First steps(A)");
  }
  TEST_CASE("the heading of a page is its title") {
    check_title({{"README.md", "# Home"}, {"a.md", "# A **b**\n\nc"}}, "a.md", "A b", "A b");
  }
  TEST_CASE("without a heading it is what is next best") {
    check_title({{"README.md", "# Home"}, {"a.md", "---\ntitle: T\n---\n\nc"}}, "a.md", "T", "T");
    check_title({{"README.md", "# Home"}, {"getting-started.md", "c"}}, "getting-started.md",
                "Getting started", "Getting started");
    check_title({{"README.md", "# Home"}, {"my-guide/README.md", "c"}}, "my-guide/README.md",
                "My guide", "My guide");
  }
  TEST_CASE("SUMMARY.md gives the label, and the title if the book wants it") {
    const BookFiles files = {{"README.md", "# Home"},
                             {"a.md", "# A"},
                             {"SUMMARY.md", "* [Home](README.md)\n* [B](a.md)"}};
    check_title(files, "a.md", "A", "B", "title-mismatch ");
    check_title(files, "a.md", "B", "B", "title-mismatch ", Config::Titles::Summary);
  }
  TEST_CASE("titles that differ in accents or punctuation only are the same") {
    check_title({{"README.md", "# Home"},
                 {"a.md", "# L’Été !"},
                 {"SUMMARY.md", "* [Home](README.md)\n* [L'été](a.md)"}},
                "a.md", "L’Été !", "L'été");
  }

  TEST_CASE("names that do not work on Windows or macOS are reported") {
    const std::pair<const std::string, std::string> home = {"README.md", "# H"};
    check_names({home, {"a b.md", "# A"}, {"été.md", "# E"}}, "");
    check_names({home, {"a?.md", "# A"}}, "unportable-name ");
    check_names({home, {"con.md", "# A"}}, "unportable-name ");
    check_names({home, {"a./b.md", "# A"}}, "unportable-name ");
    check_names({home, {"com3/b.md", "# A"}, {"com3/c.md", "# C"}}, "unportable-name ");
    check_names({home, {"a.png", ""}, {"A.png", ""}}, "unportable-name ");
  }
}

}  // namespace
}  // namespace carnet
