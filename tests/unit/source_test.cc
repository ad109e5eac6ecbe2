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

  TEST_CASE("a place in a part is the place that it was taken from") {
    Sources sources;
    const SourceId file = sources.add("api.yaml", "a: |\n  first\n  see *this*\nb: \"x\\ny\"\n");
    const SourceId part = sources.add_part({file, 3, 40}, "first\nsee *this*\n");
    CHECK(sources.path(part) == "api.yaml");
    const Span place = sources.place_of({part, 10, 16});
    CHECK(place.source == file);
    CHECK(sources.text(place) == "*this*");

    // Its line does not stand there like that: the beginning has to do.
    const SourceId quoted = sources.add_part({file, 28, 40}, "x\ny, and more\n");
    CHECK(sources.place_of({quoted, 2, 3}) == Span{file, 28, 28});
    CHECK(sources.place_of({quoted, 99, 99}) == Span{file, 28, 28});
    CHECK(sources.place_of({file, 1, 2}) == Span{file, 1, 2});
    CHECK(sources.place_of({kNoSource, 0, 0}) == Span{kNoSource, 0, 0});
  }
}

}  // namespace
}  // namespace carnet
