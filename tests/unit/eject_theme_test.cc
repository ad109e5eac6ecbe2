#include "app/eject_theme.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <utility>

#include "app/build.h"
#include "io/memory_file_system.h"
#include "theme/embedded.h"

namespace carnet {
namespace {

struct Workshop {
  Workshop(std::initializer_list<std::pair<std::string, std::string>> files) {
    for (const auto& [path, text] : files) disk.put("/book/" + path, text);
  }

  int eject(Options options = {}) {
    options.book = "/book";
    options.jobs = 1;
    results.str("");
    messages.str("");
    return static_cast<int>(eject_theme(options, disk, {.results = results, .messages = messages}));
  }
  // All that a build writes, with its bytes.
  std::string built() {
    Options options{.book = "/book", .output = "/site"};
    options.jobs = 1;
    REQUIRE(build(options, disk, {.results = results, .messages = messages}) ==
            ExitStatus::Success);
    std::string all;
    std::istringstream paths(disk.tree("/site"));
    for (std::string path; std::getline(paths, path);) {
      all += path + "\n" + disk.bytes("/site/" + path).value_or("") + "\n";
    }
    return all;
  }

  MemoryFileSystem disk;
  std::ostringstream results;
  std::ostringstream messages;
};

TEST_SUITE("theme eject") {
  TEST_CASE("a book with the whole theme in it builds to the same bytes") {
    for (const EmbeddedTheme& theme : embedded_themes()) {
      CAPTURE(theme.name);
      const std::string config = "language: fr\ntheme: " + std::string(theme.name) + "\n";
      Workshop workshop{{"README.md", "# A\n\n{% hint %}\nb\n{% endhint %}\n\n```\nc\n```\n"},
                        {"carnet.yaml", config}};
      const std::string before = workshop.built();
      CHECK(workshop.eject() == 0);
      CHECK(workshop.messages.str().empty());
      CHECK(workshop.disk.bytes("/book/theme/page.html").has_value());
      CHECK(workshop.disk.bytes("/book/theme/css/blocks/hint.css").has_value());
      CHECK(workshop.built() == before);
    }
  }
  TEST_CASE("what is there stays, and is named") {
    Workshop workshop{{"README.md", "# A\n"}, {"theme/page.html", "mine"}};
    CHECK(workshop.eject() == 0);
    CHECK(workshop.messages.str() ==
          "carnet: `theme/page.html` is there already, and stays as it is\n");
    CHECK(workshop.disk.bytes("/book/theme/page.html") == "mine");
    CHECK(workshop.disk.bytes("/book/theme/404.html").has_value());
  }
  TEST_CASE("some files and folders only") {
    Workshop workshop{{"README.md", "# A\n"}};
    CHECK(workshop.eject({.only = {"css/tokens.css", "locales/"}}) == 0);
    CHECK(workshop.disk.tree("/book/theme") ==
          "css/tokens.css\nlocales/de.yaml\nlocales/en.yaml\nlocales/es.yaml\nlocales/fr.yaml\n"
          "locales/it.yaml\nlocales/pt.yaml\n");
    CHECK(workshop.results.str().starts_with(
        "7 files of the theme `default` copied into /book/theme\n"));
  }
  TEST_CASE("what the theme does not have is not copied, nor anything else") {
    Workshop workshop{{"README.md", "# A\n"}};
    CHECK(workshop.eject({.only = {"page.html", "partials/hed.html"}}) == 2);
    CHECK(workshop.messages.str() ==
          "carnet: error: the theme has no file `partials/hed.html`; did you mean "
          "`partials/head.html`?\n");
    CHECK_FALSE(workshop.disk.bytes("/book/theme/page.html").has_value());
  }
  TEST_CASE("a theme that is a folder of the book is there already") {
    Workshop workshop{{"README.md", "# A\n"}, {"carnet.yaml", "theme: brand\n"}};
    CHECK(workshop.eject() == 2);
    CHECK(workshop.messages.str().find("the folder `brand`") != std::string::npos);
  }
  TEST_CASE("a mistake in carnet.yaml, and a book that is not there") {
    Workshop workshop{{"README.md", "# A\n"}, {"carnet.yaml", "titel: A\n"}};
    CHECK(workshop.eject() == 2);
    Workshop nothing{};
    CHECK(nothing.eject() == 2);
  }
  TEST_CASE("a full disk") {
    Workshop workshop{{"README.md", "# A\n"}};
    workshop.disk.fail(MemoryOperation::Write, std::errc::no_space_on_device);
    CHECK(workshop.eject() == 3);
  }
}

}  // namespace
}  // namespace carnet
