#include "site/head_partial.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "config/load_config.h"

namespace carnet {
namespace {

struct Read {
  std::string html;   // For a page in a folder of the root.
  std::string files;  // "path in the site <- path in the book", one a line.
  std::string problems;
};

Read read(std::string_view text, std::string_view more = "") {
  Sources sources;
  Diagnostics diagnostics;
  SourceTree tree;
  tree.assets = {{"assets/x.css", 1}, {"h/.data/x y.js", 1}, {"h/x.js", 1}};
  tree.texts = {
      {"carnet.yaml", sources.add("carnet.yaml", "head: h/head.html\n" + std::string(more))},
      {"h/head.html", sources.add("h/head.html", std::string(text))}};
  const Config config = load_config(tree, sources, diagnostics);
  const HeadPartial partial = read_head_partial(tree, config, sources, diagnostics);
  Read result;
  for (const HeadPartial::Piece& piece : partial.pieces) {
    result.html += piece.html + (piece.address.empty() ? "" : "../" + piece.address);
  }
  for (const HeadPartial::File& file : partial.files) {
    result.files += file.path + " <- " + file.copied_of + "\n";
  }
  for (const Diagnostic& d : diagnostics.all()) {
    CHECK(d.kind == DiagnosticKind::InvalidHead);
    result.problems += std::string(sources.text(d.where)) + ": " + d.message + "\n";
  }
  return result;
}

void check_kept(std::string_view text) {
  const Read result = read(text);
  CHECK(result.html == text);
  CHECK(result.problems == "");
}

void check_refused(std::string_view text, std::string_view problem) {
  const Read result = read(text);
  CHECK(result.problems == problem);
  CHECK(result.html == "");
}

TEST_SUITE("read_head_partial") {
  TEST_CASE("what a page may have is kept") {
    check_kept("<meta name=\"a\" content=\"b &amp; c\">");
    check_kept("<link rel=\"me\" href=\"https://example.org/@a\">");
    check_kept("<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>");
    check_kept("<meta name=\"a\">\n<meta name=\"b\">");
    CHECK(read("<!-- a -->\n<META Name=a>\n\n").html == "<meta name=\"a\">");
    CHECK(read("").html == "");
  }
  TEST_CASE("files of the book come along, and are found from every page") {
    const Read result = read(
        "<script defer src=x.js></script><script src=\"./.data/x%20y.js?a#b\"></script>"
        "<link rel=stylesheet href=\"/assets/x.css\">");
    CHECK(result.problems == "");
    CHECK(result.html ==
          "<script defer src=\"../_carnet/head/h/x.js\"></script><script "
          "src=\"../_carnet/head/h/data/x%20y.js?a#b\"></script><link rel=\"stylesheet\" "
          "href=\"../_carnet/head/assets/x.css\">");
    CHECK(result.files ==
          "_carnet/head/h/x.js <- h/x.js\n_carnet/head/h/data/x y.js <- h/.data/x y.js\n"
          "_carnet/head/assets/x.css <- assets/x.css\n");
  }
  TEST_CASE("a link that nobody follows by itself may lead anywhere in the site") {
    CHECK(read("<link rel=license href=../about.html>").html ==
          "<link rel=\"license\" href=\"../about.html\">");
  }
  TEST_CASE("what browsers would refuse is refused") {
    check_refused("<script>a()</script>", "<script>: pages run no script that stands in them\n");
    check_refused("<script src=\"https://a.example/b.js\"></script>",
                  "https://a.example/b.js: pages run no script of another host\n");
    check_refused("<script src=//a.example/b.js></script>",
                  "//a.example/b.js: pages run no script of another host\n");
    check_refused("<script src=\"data:,a\"></script>",
                  "data:,a: pages run no script of another host\n");
    check_refused("<link rel=\"a preconnect\" href=\"https://a.example\">",
                  "https://a.example: pages load nothing from other hosts\n");
    check_refused("<style>a{b:c}</style>", "<style>: pages have no styles in them\n");
    check_refused("<meta name=a onload=\"b()\">", "b(): pages run no script in an attribute\n");
    check_refused("<meta http-equiv=Refresh content=0>",
                  "<meta http-equiv=Refresh content=0>: `refresh` would lead readers away from "
                  "every page\n");
  }
  TEST_CASE("what ends a head is refused") {
    check_refused("Hello", "Hello: text does not belong into the head of a page\n");
    check_refused("<div></div>", "<div>: `<div>` does not belong into the head of a page\n");
    check_refused("<title>", "<title>: `<title>` is carnet's to write\n");
  }
  TEST_CASE("a file that is not there") {
    CHECK(read("<script src=y.js></script>").problems == "y.js: no file `h/y.js`\n");
    CHECK(read("<script src=../../y.js></script>").problems ==
          "../../y.js: `../../y.js` leads out of the book\n");
  }
  TEST_CASE("in a trusted book everything is let through") {
    const Read result = read(
        "<script>a()</script><script src=\"https://a.example/b.js\"></script>"
        "<style>a{b:c}</style><script src=\"x.js\"></script>",
        "html: trusted\n");
    CHECK(result.problems == "");
    CHECK(result.html ==
          "<script>a()</script><script src=\"https://a.example/b.js\"></script>"
          "<style>a{b:c}</style><script src=\"../_carnet/head/h/x.js\"></script>");
  }
  TEST_CASE("what has no end does no harm") {
    CHECK(read("<script src=x.js").problems != "");
    CHECK(read("<script>a").problems != "");
  }
}

}  // namespace
}  // namespace carnet
