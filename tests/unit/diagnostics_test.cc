#include "diag/diagnostics.h"

#include <doctest/doctest.h>

#include <set>

namespace carnet {
namespace {

Span at(std::uint32_t source, std::uint32_t begin) {
  return {.source = SourceId{source}, .begin = begin, .end = begin + 1};
}

TEST_SUITE("diagnostics") {
  TEST_CASE("the registry describes each kind at its own index") {
    std::size_t index = 0;
    for (const DiagnosticInfo& entry : diagnostic_registry()) {
      CHECK(static_cast<std::size_t>(entry.kind) == index++);
      CHECK(find_diagnostic_kind(entry.code) == entry.kind);
    }
  }

  TEST_CASE("no code is used twice") {
    std::set<std::string_view> codes;
    for (const DiagnosticInfo& entry : diagnostic_registry()) {
      CAPTURE(entry.code);
      CHECK(codes.insert(entry.code).second);
    }
  }

  TEST_CASE("an unknown code has no kind") {
    CHECK_FALSE(find_diagnostic_kind("no-such-code").has_value());
  }

  TEST_CASE("sorted by place, with repetitions dropped") {
    Diagnostics diagnostics;
    diagnostics.report(DiagnosticKind::BrokenLink, at(1, 0), "third");
    diagnostics.report(DiagnosticKind::BrokenLink, at(0, 9), "second");
    diagnostics.report(DiagnosticKind::BrokenLink, at(0, 2), "first");
    diagnostics.report(DiagnosticKind::BrokenLink, at(0, 2), "first");
    diagnostics.sort();

    REQUIRE(diagnostics.size() == 3);
    CHECK(diagnostics.all()[0].message == "first");
    CHECK(diagnostics.all()[1].message == "second");
    CHECK(diagnostics.all()[2].message == "third");
  }

  TEST_CASE("a book may choose another severity") {
    Diagnostics diagnostics;
    diagnostics.report(DiagnosticKind::OrphanPage, at(0, 0), "an orphan");
    Severities severities;
    CHECK(severities.count(diagnostics, Severity::Notice) == 1);

    severities.set(DiagnosticKind::OrphanPage, Severity::Warning);
    CHECK(severities.count(diagnostics, Severity::Notice) == 0);
    CHECK(severities.count(diagnostics, Severity::Warning) == 1);
  }
}

}  // namespace
}  // namespace carnet
