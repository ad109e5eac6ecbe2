#include "render/navigation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "built_site.h"
#include "pipeline/load_theme.h"

namespace carnet {
namespace {

// The sidebar of one page of a book.
struct Sidebar {
  Sidebar(const BookFiles& files, const std::string& path) : built(files) {
    const Theme theme = load_theme({}, {}, built.sources, built.diagnostics);
    const Page& page = built.page(path);
    html = Navigation(built.site.books.front(), theme)
               .sidebar({.permalink = page.permalink, .page = &page});
  }
  bool has(std::string_view text) const { return html.find(text) != std::string::npos; }
  std::size_t count(std::string_view text) const {
    std::size_t count = 0;
    for (std::size_t i = html.find(text); i != std::string::npos; i = html.find(text, i + 1)) {
      ++count;
    }
    return count;
  }

  BuiltSite built;
  std::string html;
};

BookFiles large_book(int chapters, int pages) {
  BookFiles files = {{"README.md", "# Home"}};
  for (int c = 0; c < chapters; ++c) {
    const std::string folder = "chapter-" + std::to_string(c) + "/";
    files[folder + "README.md"] = "# C";
    for (int p = 0; p < pages; ++p) files[folder + "page-" + std::to_string(p) + ".md"] = "# P";
  }
  return files;
}

void check_window(int chapters, int pages, const std::string& path) {
  CAPTURE(path);
  const Sidebar sidebar(large_book(chapters, pages), path);
  CHECK(sidebar.html.size() < 20'000);
  CHECK(sidebar.count("<li") < 150);
  CHECK(sidebar.count("aria-current=\"page\"") == 1);
  CHECK(sidebar.has("toc-more"));
}

TEST_SUITE("navigation") {
  TEST_CASE("a small book is shown whole") {
    const Sidebar sidebar({{"README.md", "# Home"},
                           {"a.md", "# A"},
                           {"SUMMARY.md", "* [Home](README.md)\n* [A](a.md)\n"}},
                          "a.md");
    CHECK(sidebar.count("<a ") == 2);
    CHECK(sidebar.has("href=\"index.html\""));
    CHECK(sidebar.has("aria-current=\"page\">A</a>"));
    CHECK_FALSE(sidebar.has("toc-more"));
  }
  TEST_CASE("a page shows as much of a large book as of any other") {
    check_window(1, 2000, "chapter-0/page-0.md");
    check_window(1, 2000, "chapter-0/page-999.md");
    check_window(1, 2000, "chapter-0/page-1999.md");
    check_window(700, 2, "chapter-0/page-0.md");
    check_window(700, 2, "chapter-350/page-1.md");
    check_window(700, 2, "chapter-699/README.md");
  }
  TEST_CASE("hidden pages are not listed") {
    const Sidebar sidebar({{"README.md", "# Home"},
                           {"a.md", "---\nhidden: true\n---\n\n# Secret"},
                           {"SUMMARY.md", "* [Home](README.md)\n* [Secret](a.md)\n"}},
                          "README.md");
    CHECK_FALSE(sidebar.has("Secret"));
  }
  TEST_CASE("an icon stands before its page, here and in the shared script") {
    const BookFiles files = {{"README.md", "# Home"},
                             {"a.md", "---\nicon: house\n---\n# A"},
                             {"b.md", "---\nicon: no-such-icon\n---\n# B"}};
    const Sidebar sidebar(files, "README.md");
    CHECK(sidebar.count("<svg class=\"fa\"") == 1);
    CHECK(sidebar.has("</svg> A</a>"));
    CHECK(sidebar.has(">B</a>"));
    BuiltSite built(files);
    const Theme theme = load_theme({}, {}, built.sources, built.diagnostics);
    const std::string script = Navigation(built.site.books.front(), theme).toc_script();
    CHECK(script.find("\"A\",\"a.html\",\"\\u003csvg class=\\\"fa\\\"") != std::string::npos);
    CHECK(script.find("\"B\",\"b.html\"]") != std::string::npos);
  }

  TEST_CASE("a group is a heading with its pages") {
    const Sidebar sidebar({{"README.md", "# Home"},
                           {"a.md", "# A"},
                           {"SUMMARY.md", "* [Home](README.md)\n\n## Group\n\n* [A](a.md)\n"}},
                          "README.md");
    CHECK(sidebar.has("<p class=\"toc-group\">Group</p>"));
  }
  TEST_CASE("the icon of a group stands before its name wherever that is shown") {
    const BookFiles files = {
        {"README.md", "# Home"},
        {"a.md", "# A"},
        {"SUMMARY.md",
         "* [Home](README.md)\n\n## <i class=\"fa-book\">:book:</i> Group\n\n* [A](a.md)\n"}};
    CHECK(Sidebar(files, "README.md").has("aria-hidden=\"true\"><path"));
    CHECK(Sidebar(files, "README.md").has("</svg> Group</p>"));
    BuiltSite built(files);
    const Theme theme = load_theme({}, {}, built.sources, built.diagnostics);
    const Navigation navigation(built.site.books.front(), theme);
    const Page& page = built.page("a.md");
    const auto has = [](const std::string& html, std::string_view text) {
      return html.find(text) != std::string::npos;
    };
    CHECK(has(navigation.breadcrumbs({.permalink = page.permalink, .page = &page}),
              "</svg> Group</li>"));
    CHECK(has(navigation.contents({.permalink = "_carnet/contents.html"}), "</svg> Group</h2>"));
    CHECK(has(navigation.toc_script(), "[-1,\"Group\",\"\",\"\\u003csvg"));
  }
  TEST_CASE("a page that is not listed marks nothing") {
    const Sidebar sidebar(
        {{"README.md", "# Home"}, {"a.md", "# A"}, {"SUMMARY.md", "* [Home](README.md)\n"}},
        "a.md");
    CHECK_FALSE(sidebar.has("aria-current"));
    CHECK(sidebar.has("Home"));
  }
}

}  // namespace
}  // namespace carnet
