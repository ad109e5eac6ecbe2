#include "site/find_target.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace carnet {
namespace {

const std::vector<std::string> kFiles = {"README.md",
                                         "a/README.md",
                                         "a/b.md",
                                         "a/c.d.md",
                                         "folder/first.md",
                                         "folder/second.md",
                                         "Case/Page.md",
                                         "old/index.md",
                                         "a%2Fb.png",
                                         "img/Figure 4.jpg",
                                         "img/e\u0301te\u0301.png",  // Decomposed.
                                         "histoire.gouv.fr/readme.md",
                                         "img/deep/x.png"};

// The file that is found, with `~` before it for other accents and `!` for other
// letter case.
void check(std::string_view folder, std::string_view path, std::string_view expected) {
  PathIndex index;
  for (std::uint32_t i = 0; i < kFiles.size(); ++i) {
    if (kFiles[i].ends_with(".md")) {
      index.add_page(kFiles[i], i);
    } else {
      index.add_asset(kFiles[i], i);
    }
  }
  index.set_first_page("folder/first.md", 4);
  index.set_first_page("folder/second.md", 5);
  const TargetSearch search = find_target(index, folder, path);
  std::string found = search.leaves_book ? "outside" : "none";
  if (search.found.target) {
    found = kFiles[search.found.target.index];
    if (search.found.spelling == Spelling::Normalised) found.insert(0, "~");
    if (search.found.spelling == Spelling::Folded) found.insert(0, "!");
  }
  CAPTURE(path);
  CHECK(found == expected);
}

TEST_SUITE("find_target") {
  TEST_CASE("as written, from the folder or from the root") {
    check("a", "b.md", "a/b.md");
    check("a", "../folder/first.md", "folder/first.md");
    check("a", "/folder/first.md", "folder/first.md");
  }
  TEST_CASE("a folder is its README, or its first page") {
    check("", "a/", "a/README.md");
    check("", "a", "a/README.md");
    check("a", "./", "a/README.md");
    check("a", "..", "README.md");
    check("", "folder/", "folder/first.md");
    check("", "histoire.gouv.fr", "histoire.gouv.fr/readme.md");
  }
  TEST_CASE("without its ending") {
    check("a", "b", "a/b.md");
    check("a", "c.d", "a/c.d.md");
  }
  TEST_CASE("with the ending of the site") {
    check("a", "b.html", "a/b.md");
    check("", "a/index.html", "a/README.md");
  }
  TEST_CASE("percent signs are decoded once, and only if the name has none") {
    check("", "img/Figure%204.jpg", "img/Figure 4.jpg");
    check("", "a%2Fb.png", "a%2Fb.png");
    check("", "a%252Fb.png", "a%2Fb.png");
  }
  TEST_CASE("backslashes are slashes") { check("", "a\\b.md", "a/b.md"); }
  TEST_CASE("accents in the other form, and encoded ones") {
    check("", "img/été.png", "~img/e\u0301te\u0301.png");
    check("", "img/e\u0301te\u0301.png", "img/e\u0301te\u0301.png");
    check("", "img/%C3%A9t%C3%A9.png", "~img/e\u0301te\u0301.png");
  }
  TEST_CASE("other letter case is found, and known as such") {
    check("", "case/page.md", "!Case/Page.md");
    check("", "A/readme.md", "!a/README.md");
  }
  TEST_CASE("from the root if the folder has none") {
    check("a", "img/deep/x.png", "img/deep/x.png");
  }
  TEST_CASE("what leads out of the book is known as such") {
    check("a", "../../b.md", "outside");
    check("", "../README.md", "outside");
  }
  TEST_CASE("nothing") {
    check("a", "nothing.md", "none");
    check("a", "b.md/c", "none");
  }
}

}  // namespace
}  // namespace carnet
