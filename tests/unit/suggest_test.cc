#include "site/suggest.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <vector>

namespace carnet {
namespace {

void check(const std::vector<std::string>& files, std::string_view folder, std::string_view path,
           std::string_view expected) {
  PathIndex index;
  for (std::uint32_t i = 0; i < files.size(); ++i) index.add_page(files[i], i);
  CAPTURE(path);
  CHECK(suggest_path(index, folder, path) == expected);
}

TEST_SUITE("suggest_path") {
  TEST_CASE("the only file of that name, wherever it is") {
    check({"a/b/page.md", "c.md"}, "", "page.md", "a/b/page.md");
    check({"a/b/page.md", "c.md"}, "x", "../y/page.md", "../a/b/page.md");
    check({"a/b/page.md", "c.md"}, "", "page", "a/b/page.md");
  }
  TEST_CASE("of several files, the one whose folders agree most") {
    check({"a/x/page.md", "b/x/page.md", "b/y/page.md"}, "", "c/y/page.md", "b/y/page.md");
  }
  TEST_CASE("a near name in the folder where it was looked for, else in the page's own") {
    check({"a/quickstart.md", "b.md"}, "b", "../a/quick-start.md", "../a/quickstart.md");
    check({"a/install.md", "b.md"}, "a", "../c/instal.md", "install.md");
  }
  TEST_CASE("a README is looked for by the name of its folder") {
    check({"guide/install.md", "README.md"}, "", "install/README.md", "guide/install.md");
  }
  TEST_CASE("nothing that is only a little alike") {
    check({"a.md", "completely-different.md"}, "", "something.md", "");
    check({"a.md"}, "", "", "");
  }
  TEST_CASE("thousands of questions to a large book cost little") {
    std::vector<std::string> files;
    files.reserve(10'000);
    for (int i = 0; i < 10'000; ++i) files.push_back("folder/page-" + std::to_string(i) + ".md");
    PathIndex index;
    for (std::uint32_t i = 0; i < files.size(); ++i) index.add_page(files[i], i);
    const std::clock_t begin = std::clock();
    for (int i = 0; i < 1000; ++i) suggest_path(index, "folder", "nothing-" + std::to_string(i));
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 20);
  }
}

}  // namespace
}  // namespace carnet
