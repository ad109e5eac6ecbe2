#include "base/source.h"

#include <doctest/doctest.h>

namespace carnet {
namespace {

TEST_SUITE("source") {
  TEST_CASE("a text is found again under its id") {
    Sources sources;
    const SourceId first = sources.add("a.md", "one");
    const SourceId second = sources.add("b.md", "two");

    CHECK(sources.path(first) == "a.md");
    CHECK(sources.text(second) == "two");
    CHECK(sources.size() == 2);
  }

  TEST_CASE("a span is the text it covers") {
    Sources sources;
    const SourceId id = sources.add("a.md", "hello, world");

    CHECK(sources.text(Span{.source = id, .begin = 7, .end = 12}) == "world");
  }

  TEST_CASE("views stay valid while texts are added") {
    Sources sources;
    const std::string_view early = sources.text(sources.add("a.md", "x"));
    for (int i = 0; i < 1000; ++i) sources.add("more.md", "y");

    CHECK(early == "x");
  }
}

}  // namespace
}  // namespace carnet
