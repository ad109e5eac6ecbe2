// What a built page says in its head.

#include <doctest/doctest.h>

#include <sstream>
#include <string>

#include "built_files.h"

namespace carnet {
namespace {

// The beginning of a PNG of this size.
std::string png(unsigned char width, unsigned char height) {
  std::string bytes = "\x89PNG\r\n\x1a\n";
  bytes += std::string("\0\0\0\rIHDR\0\0", 10);
  bytes += {'\1', static_cast<char>(width), '\0', '\0', '\1', static_cast<char>(height)};
  return bytes + std::string("\x8\6\0\0\0", 5);
}
// 256 + 44 = 300 pixels wide and high.
const std::string kPicture = png(44, 44);
const std::string kWidePicture = png(255, 0);  // 511 to 256.
const std::string kSvg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";

struct Built : BuiltFiles {
  using BuiltFiles::BuiltFiles;

  std::string page(const std::string& path) {
    return disk.bytes("/site/" + path).value_or("there is no " + path);
  }
  // The lines of the head that hold `part`.
  std::string head(const std::string& path, std::string_view part) {
    const std::string text = page(path);
    std::istringstream lines(text.substr(0, text.find("</head>")));
    std::string found;
    for (std::string line; std::getline(lines, line);) {
      if (line.find(part) != std::string::npos) found += line + "\n";
    }
    return found;
  }
  std::string icons(const std::string& path) {
    return head(path, "rel=\"icon\"") + head(path, "touch-icon");
  }
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_SUITE("the head of a page") {
  TEST_CASE("a drawn logo is the icon of the site") {
    Built built{{"README.md", "# A\n"},
                {"b/c.md", "# C\n"},
                {"logo.svg", kSvg},
                {"carnet.yaml", "logo: logo.svg\n"}};
    CHECK(built.icons("b/c.html") ==
          "<link rel=\"icon\" href=\"../logo.svg\" type=\"image/svg+xml\" sizes=\"any\">\n");
  }
  TEST_CASE("so is a picture, for phones too") {
    Built built{
        {"README.md", "# A\n"}, {"logo.png", kPicture}, {"carnet.yaml", "logo: logo.png\n"}};
    CHECK(built.icons("index.html") ==
          "<link rel=\"icon\" href=\"logo.png\" type=\"image/png\" sizes=\"300x300\">\n"
          "<link rel=\"apple-touch-icon\" href=\"logo.png\">\n");
  }
  TEST_CASE("a favicon goes before the logo") {
    Built built{{"README.md", "# A\n"},
                {"logo.svg", kSvg},
                {"x.ico", "x"},
                {"carnet.yaml", "logo: logo.svg\nfavicon: x.ico\n"}};
    CHECK(built.icons("index.html") ==
          "<link rel=\"icon\" href=\"x.ico\" type=\"image/x-icon\">\n");
  }
  TEST_CASE("a logo that is a line of words is no icon") {
    Built built{{"README.md", "# A\n"},
                {"logo.svg", "<svg width=\"90\" height=\"20\"/>"},
                {"carnet.yaml", "logo: logo.svg\n"}};
    CHECK(built.icons("index.html") == "");
  }

  TEST_CASE("what others show of a page") {
    Built built{{"README.md", "---\ndescription: Says \"it\"\n---\n# A\n"},
                {"b/c.md", "# C & D\n"},
                {"carnet.yaml", "title: Book\nlanguage: pt-BR\nurl: https://a.example/b/\n"}};
    CHECK(built.head("index.html", "og:") ==
          "<meta property=\"og:title\" content=\"A\">\n"
          "<meta property=\"og:description\" content=\"Says &quot;it&quot;\">\n"
          "<meta property=\"og:type\" content=\"website\">\n"
          "<meta property=\"og:site_name\" content=\"Book\">\n"
          "<meta property=\"og:locale\" content=\"pt_BR\">\n"
          "<meta property=\"og:url\" content=\"https://a.example/b/\">\n");
    CHECK(built.head("b/c.html", "og:") ==
          "<meta property=\"og:title\" content=\"C &amp; D\">\n"
          "<meta property=\"og:type\" content=\"article\">\n"
          "<meta property=\"og:site_name\" content=\"Book\">\n"
          "<meta property=\"og:locale\" content=\"pt_BR\">\n"
          "<meta property=\"og:url\" content=\"https://a.example/b/b/c.html\">\n");
  }
  TEST_CASE("its picture is the cover, else the first large one, else the logo") {
    Built built{{"README.md", "# A\n\n![](small.png) ![](x.svg) ![](first.png)\n"},
                {"b/c.md", "---\ncover: ../cover.png\n---\n# C\n\n![](../first.png)\n"},
                {"b/d.md", "# D\n"},
                {"cover.png", kWidePicture},
                {"first.png", kPicture},
                {"small.png",
                 std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x9\0\0\0\x9\x8\6\0\0\0", 29)},
                {"x.svg", kSvg},
                {"logo.png", kPicture},
                {"carnet.yaml", "logo: logo.png\nlanguage: fr\nurl: https://a.example\n"}};
    CHECK(built.head("index.html", "og:image") ==
          "<meta property=\"og:image\" content=\"https://a.example/first.png\">\n"
          "<meta property=\"og:image:width\" content=\"300\">\n"
          "<meta property=\"og:image:height\" content=\"300\">\n");
    CHECK(built.head("index.html", "twitter") ==
          "<meta name=\"twitter:card\" content=\"summary\">\n");
    CHECK(contains(built.head("b/c.html", "og:image"), "https://a.example/cover.png"));
    CHECK(built.head("b/c.html", "twitter") ==
          "<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    CHECK(contains(built.head("b/d.html", "og:image"), "https://a.example/logo.png"));
    CHECK(contains(built.head("b/d.html", "og:locale"), "fr_FR"));
  }
  TEST_CASE("without an address of the site there is no picture") {
    Built built{{"README.md", "# A\n\n![](a.png)\n"}, {"a.png", kPicture}};
    CHECK(built.head("index.html", "og:image") == "");
    CHECK(built.head("index.html", "og:url") == "");
  }

  TEST_CASE("browsers paint their bars with the ground of the page") {
    Built built{{"README.md", "# A\n"},
                {"theme/css/site.css", ":root{--paper: light-dark(#ffe, #012)}"}};
    CHECK(built.head("index.html", "theme-color") ==
          "<meta name=\"theme-color\" content=\"#ffffee\" media=\"(prefers-color-scheme: "
          "light)\">\n<meta name=\"theme-color\" content=\"#001122\" "
          "media=\"(prefers-color-scheme: dark)\">\n");
  }

  TEST_CASE("a head partial is in every page, and finds its files") {
    Built built{{"README.md", "# A\n"},
                {"b/c.md", "# C\n"},
                {"h/head.html", "<script defer src=\"x.js\"></script>"},
                {"h/x.js", "x"},
                {"carnet.yaml", "head: h/head.html\nurl: https://a.example/sub\n"}};
    const std::string before = "<script defer src=\"";
    const std::string after = "_carnet/head/h/x.js\"></script>\n";
    CHECK(built.head("index.html", "x.js") == before + after);
    CHECK(built.head("b/c.html", "x.js") == before + "../" + after);
    CHECK(built.head("404.html", "x.js") == before + "/sub/" + after);
    CHECK(built.head("_carnet/contents.html", "x.js") == before + "../" + after);
    CHECK(contains(built.head("index.html", "Security-Policy"), "; connect-src &apos;self&apos;"));
    CHECK(built.disk.bytes("/site/_carnet/head/h/x.js") == "x");
  }

  TEST_CASE("a page that is not found leads home from every depth") {
    Built built{{"README.md", "# Livre\n"},
                {"b/c.md", "# C\n"},
                {"carnet.yaml", "language: fr\nurl: https://a.example/sub\n"}};
    const std::string page = built.page("404.html");
    CHECK(contains(page, "<h1>Page introuvable</h1>"));
    CHECK(contains(page, "href=\"/sub/index.html\""));
    CHECK(contains(page, "href=\"/sub/_carnet/contents.html\""));
    CHECK(contains(page, "href=\"/sub/_carnet/theme.css\""));
    CHECK_FALSE(contains(page, "href=\"index.html\""));
  }
  TEST_CASE("a site of several spaces has one, at the top and for every depth") {
    Built built{
        {"en/README.md", "# Book\n"},
        {"fr/README.md", "# Livre\n"},
        {"docs.yaml",
         "site: {structure: [{type: space, title: En, content: {directory: en, language: en}}, "
         "{type: space, title: Fr, content: {directory: fr, language: fr}}]}\n"},
        {"carnet.yaml", "url: https://a.example/sub\n"}};
    CHECK_FALSE(built.disk.bytes("/site/fr/404.html").has_value());
    const std::string page = built.page("404.html");
    CHECK(contains(page, "<h1>Page not found</h1>"));
    CHECK(contains(page, "href=\"/sub/en/index.html\""));
    CHECK(contains(page, "href=\"/sub/fr/index.html\""));
    CHECK(contains(page, "href=\"/sub/_carnet/books/en/contents.html\""));
    for (std::size_t at = page.find(" href=\""); at != page.npos;
         at = page.find(" href=\"", at + 1)) {
      const std::string_view address = std::string_view(page).substr(at + 7);
      CHECK((address.starts_with("/sub/") || address.starts_with("#")));
    }
  }
  TEST_CASE("a book without a start page begins with its title and all pages") {
    Built built{{"a.md", "# Une page\n"},
                {"carnet.yaml",
                 "title: Mon livre\ndescription: Tout.\nlanguage: fr\nurl: https://a.example\n"}};
    const std::string page = built.page("index.html");
    CHECK(contains(page, "<title>Mon livre</title>"));
    CHECK(contains(page, "<h1>Mon livre</h1>\n<p class=\"lede\">Tout.</p>"));
    CHECK(contains(page, "aria-label=\"Toutes les pages\""));
    CHECK(contains(page, "<a href=\"a.html\">Une page</a>"));
    CHECK(built.head("index.html", "canonical") ==
          "<link rel=\"canonical\" href=\"https://a.example/\">\n");
    CHECK(contains(built.page("_carnet/contents.html"), "<h1>Sommaire</h1>"));
  }
}

}  // namespace
}  // namespace carnet
