#include "io/manifest.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("manifest") {
  TEST_CASE("it is read as it was written, whatever the names") {
    const Manifest manifest{Manifest::State::Complete,
                            {"_carnet/manifest.txt", "a\\n.html", "new\nline.html", "é/ü.html"}};
    CHECK(parse_manifest(to_text(manifest)) == manifest);
    CHECK(to_text(manifest) ==
          "carnet manifest 1\n_carnet/manifest.txt\na\\\\n.html\nnew\\nline.html\né/ü.html\n");
  }

  TEST_CASE("an unfinished site is told from a finished one") {
    const Manifest manifest{Manifest::State::Building, {}};
    CHECK(to_text(manifest) == "carnet manifest 1, incomplete\n");
    CHECK(parse_manifest(to_text(manifest)) == manifest);
  }

  TEST_CASE("a file that names anything outside of its folder is no manifest") {
    for (const char* path :
         {"../x", "a/../../x", "/etc/passwd", "a//b", "./a", "", "a/", "..", "a\\x"}) {
      CAPTURE(path);
      CHECK_FALSE(parse_manifest("carnet manifest 1\n" + std::string(path) + "\n"));
    }
    CHECK_FALSE(parse_manifest("carnet manifest 2\na\n"));
    CHECK_FALSE(parse_manifest("a\n"));
    CHECK_FALSE(parse_manifest(""));
  }

  TEST_CASE("files and their folders are found") {
    const Manifest manifest{Manifest::State::Complete, {"a-b", "a/b/c", "d"}};
    CHECK(manifest.lists("a/b/c"));
    CHECK_FALSE(manifest.lists("a/b"));
    CHECK(manifest.has_folder("a"));
    CHECK(manifest.has_folder("a/b"));
    CHECK_FALSE(manifest.has_folder("d"));
    CHECK_FALSE(manifest.has_folder("b"));
  }
}

}  // namespace
}  // namespace carnet
