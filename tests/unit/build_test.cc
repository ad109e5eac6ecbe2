#include "app/build.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "io/memory_file_system.h"

namespace carnet {
namespace {

// A book in memory and what building it says.
struct Workshop {
  Workshop(std::initializer_list<std::pair<std::string, std::string>> files) {
    for (const auto& [path, text] : files) disk.put("/book/" + path, text);
  }

  int build_it(Options options = {}) {
    options.book = "/book";
    options.jobs = 1;
    results.str("");
    messages.str("");
    return static_cast<int>(build(options, disk, {.results = results, .messages = messages}));
  }
  bool has(const std::string& path) { return disk.bytes("/book/_book/" + path).has_value(); }

  MemoryFileSystem disk;
  std::ostringstream results;
  std::ostringstream messages;
};

TEST_SUITE("build") {
  TEST_CASE("a README is a book") {
    Workshop workshop{{"README.md", "# Hello\n"}};
    CHECK(workshop.build_it() == 0);
    CHECK(workshop.has("index.html"));
    CHECK(workshop.results.str().starts_with("1 page, "));
  }
  TEST_CASE("a warning is shown, and the site is built") {
    Workshop workshop{{"README.md", "# A\n\n[b](c.md)\n"}};
    CHECK(workshop.build_it() == 0);
    CHECK(workshop.messages.str().find("README.md:3:1: warning: ") != std::string::npos);
    CHECK(workshop.has("index.html"));
  }
  TEST_CASE("with --strict a warning means that nothing is written") {
    Workshop workshop{{"README.md", "# A\n\n[b](c.md)\n"}};
    CHECK(workshop.build_it({.is_strict = true}) == 1);
    CHECK_FALSE(workshop.has("index.html"));
    CHECK(workshop.results.str().empty());
  }
  TEST_CASE("with --strict a notice is no reason") {
    Workshop workshop{{"README.md", "# A\n"}};
    CHECK(workshop.build_it({.is_strict = true}) == 0);
  }
  TEST_CASE("with --quiet nothing is said of a good book") {
    Workshop workshop{{"README.md", "# A\n"}};
    CHECK(workshop.build_it({.verbosity = Options::Verbosity::Quiet}) == 0);
    CHECK(workshop.results.str().empty());
    CHECK(workshop.messages.str().empty());
  }
  TEST_CASE("a book without pages is an error") {
    Workshop workshop{{"a.txt", "a"}};
    CHECK(workshop.build_it() == 1);
    CHECK(workshop.messages.str().find("[no-pages]") != std::string::npos);
  }
  TEST_CASE("a mistake in carnet.yaml is wrong usage") {
    Workshop workshop{{"README.md", "# A\n"}, {"carnet.yaml", "titel: A\n"}};
    CHECK(workshop.build_it() == 2);
    CHECK(workshop.messages.str().find("[invalid-config]") != std::string::npos);
    CHECK_FALSE(workshop.has("index.html"));
  }
  TEST_CASE("a folder that does not exist is wrong usage") {
    Workshop workshop{};
    CHECK(workshop.build_it() == 2);
    CHECK(workshop.messages.str().find("/book") != std::string::npos);
  }
  TEST_CASE("a full disk leaves the old site as it was") {
    Workshop workshop{{"README.md", "# Old\n"}};
    REQUIRE(workshop.build_it() == 0);
    const std::string before = workshop.disk.tree("/book/_book");
    const auto old = workshop.disk.bytes("/book/_book/index.html");

    workshop.disk.put("/book/README.md", "# New\n");
    workshop.disk.fail(MemoryOperation::Write, std::errc::no_space_on_device);
    CHECK(workshop.build_it() == 3);
    workshop.disk.heal();
    CHECK(workshop.messages.str().starts_with("carnet: error: "));
    CHECK(workshop.disk.tree("/book/_book") == before);
    CHECK(workshop.disk.bytes("/book/_book/index.html") == old);

    CHECK(workshop.build_it() == 0);
    CHECK(workshop.disk.bytes("/book/_book/index.html") != old);
  }
  TEST_CASE("a folder that may not be read is a failure of the machine") {
    Workshop workshop{{"README.md", "# A\n"}};
    workshop.disk.fail(MemoryOperation::List, std::errc::permission_denied);
    CHECK(workshop.build_it() == 3);
  }
  TEST_CASE("an unchanged book gives the same bytes, with any number of threads") {
    Workshop workshop{{"README.md", "# A\n\n[b](b.md)\n"}, {"b.md", "# B\n"}, {"c/d.md", "# D\n"}};
    REQUIRE(workshop.build_it() == 0);
    const std::string tree = workshop.disk.tree("/book/_book");
    const auto bytes = workshop.disk.bytes("/book/_book/b.html");
    REQUIRE(workshop.build_it() == 0);
    CHECK(workshop.disk.tree("/book/_book") == tree);
    CHECK(workshop.disk.bytes("/book/_book/b.html") == bytes);
  }
}

}  // namespace
}  // namespace carnet
