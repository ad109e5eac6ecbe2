#include "render/book_state.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("book_state") {
  TEST_CASE("where a commit can be looked at") {
    CHECK(commit_address("https://github.com/a/b", "12ab") == "https://github.com/a/b/commit/12ab");
    CHECK(commit_address("https://github.com/a/b.git", "12ab") ==
          "https://github.com/a/b/commit/12ab");
    CHECK(commit_address("https://gitlab.example.org/a/b/c", "12ab") ==
          "https://gitlab.example.org/a/b/c/-/commit/12ab");
    CHECK(commit_address("https://framagit.org/a/b", "12ab") ==
          "https://framagit.org/a/b/-/commit/12ab");
    CHECK(commit_address("https://codeberg.org/a/b", "12ab") ==
          "https://codeberg.org/a/b/commit/12ab");
    CHECK(commit_address("https://bitbucket.org/a/b", "12ab") ==
          "https://bitbucket.org/a/b/commits/12ab");
  }
  TEST_CASE("where that is not known, the repository stands for it") {
    for (std::string_view url :
         {"https://example.org/a/b", "https://github.com/a",
          "https://github.com/a/b/tree/main/docs", "https://gitlab.com/a/b/-/tree/main",
          "https://gitlab.com/a", "https://github.com"}) {
      CHECK(commit_address(url, "12ab") == url);
    }
  }
}

}  // namespace
}  // namespace carnet
