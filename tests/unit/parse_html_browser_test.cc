// Where the rules of HTML say what a text means, parse_html and browsers agree. Gumbo, an
// implementation of those rules, stands for the browsers.

#include <doctest/doctest.h>
#include <gumbo.h>

#include <random>
#include <string>
#include <string_view>

#include "html/parse_html.h"
#include "html_text.h"

namespace carnet {
namespace {

// HTML that is valid: nested as it should be, and end tags left out only where the rules
// allow it. Slots are written as comments, which may stand anywhere.
class ValidHtml {
 public:
  explicit ValidHtml(std::uint32_t seed) : random_(seed) {}

  std::string flow(int depth) {
    std::string out;
    for (std::size_t i = below(4); i > 0; --i) out += below(2) == 0 ? phrase(depth) : block(depth);
    return out;
  }

 private:
  std::string block(int depth) {
    if (depth == 0) return "<hr>";
    switch (below(9)) {
      case 0: return "<div>" + flow(depth - 1) + "</div>";
      case 1: return "<p>" + phrases(depth - 1) + end("</p>");
      case 2: return "<h2>" + phrases(depth - 1) + "</h2>";
      case 3: return "<ul>" + items(depth - 1) + "</ul>";
      case 4: return "<ol>" + items(depth - 1) + "</ol>";
      case 5: return "<table>" + rows(depth - 1) + "</table>";
      case 6:
        return "<details><summary>" + phrases(depth - 1) + "</summary>" + flow(depth - 1) +
               "</details>";
      case 7: return "<pre>\n" + phrases(depth - 1) + "</pre>";
      default:
        return "<dl><dt>" + phrases(depth - 1) + end("</dt>") + "<dd>" + flow(depth - 1) +
               end("</dd>") + "</dl>";
    }
  }
  std::string phrases(int depth) {
    std::string out;
    for (std::size_t i = below(4); i > 0; --i) out += phrase(depth);
    return out;
  }
  std::string phrase(int depth) {
    switch (below(depth == 0 ? 4 : 8)) {
      case 0: return "x";
      case 1: return "&amp;&eacute;&#x3C;";
      case 2: return "<br>";
      case 3: return "<!--a-->";
      case 4: return "<b>" + phrases(depth - 1) + "</b>";
      case 5: return "<span>" + phrases(depth - 1) + "</span>";
      case 6: return "<code>" + phrases(depth - 1) + "</code>";
      default: return "<img src=x><kbd>" + phrases(depth - 1) + "</KBD>";
    }
  }
  std::string items(int depth) {
    std::string out;
    for (std::size_t i = below(3); i > 0; --i) out += "<li>" + flow(depth) + end("</li>");
    return out;
  }
  std::string rows(int depth) {
    std::string out = below(2) == 0 ? "" : "<thead><tr><th>h" + end("</th>") + end("</tr></thead>");
    out += end("<tbody>");
    for (std::size_t i = below(3); i > 0; --i) {
      out += "<tr>";
      for (std::size_t j = below(3); j > 0; --j) out += "<td>" + flow(depth) + end("</td>");
      out += end("</tr>");
    }
    return out;
  }
  std::string end(std::string_view tag) { return below(2) == 0 ? std::string(tag) : ""; }
  std::size_t below(std::size_t n) { return random_() % n; }

  std::mt19937 random_;
};

void append_gumbo(const GumboNode& node, std::string& out) {
  switch (node.type) {
    case GUMBO_NODE_ELEMENT: {
      const GumboElement& e = node.v.element;
      out += std::string("<") + gumbo_normalized_tagname(e.tag) + ">";
      for (unsigned i = 0; i < e.children.length; ++i) {
        append_gumbo(*static_cast<const GumboNode*>(e.children.data[i]), out);
      }
      out += "</>";
      break;
    }
    case GUMBO_NODE_COMMENT: out += "[a]"; break;
    default: out += node.v.text.text;
  }
}

void append_ours(const HtmlFragment& fragment, HtmlFragment::Siblings nodes, std::string& out) {
  for (const HtmlNode& node : nodes) {
    out += node.text;
    if (node.kind == HtmlNode::Kind::Slot) out += "[a]";
    if (node.kind != HtmlNode::Kind::Element) continue;
    out += "<" + std::string(node.name) + ">";
    append_ours(fragment, fragment.children(node), out);
    out += "</>";
  }
}

TEST_SUITE("parse_html: browsers") {
  TEST_CASE("valid HTML means the same to them") {
    for (std::uint32_t seed = 0; seed < 3000; ++seed) {
      const std::string html = ValidHtml(seed).flow(4);
      INFO("seed ", seed, ": ", html);

      GumboOptions options = kGumboDefaultOptions;
      options.fragment_context = GUMBO_TAG_BODY;
      GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
      std::string theirs;
      append_gumbo(*output->root, theirs);
      gumbo_destroy_output(&options, output);

      const std::string with_slots = replace_all(html, "<!--a-->", "[a]");
      const std::vector<HtmlPiece> pieces = to_pieces(with_slots);
      Diagnostics diagnostics;
      const HtmlFragment fragment =
          parse_html(pieces, HtmlContext::Block, HtmlPolicy::Safe, SourceId{0}, diagnostics);
      std::string ours;
      append_ours(fragment, fragment.roots(), ours);
      // Paragraphs that hold nothing are the one thing we leave out.
      REQUIRE(replace_all("<html>" + ours + "</>", "<p></>", "") ==
              replace_all(theirs, "<p></>", ""));
      CHECK(to_codes(diagnostics) == "");
    }
  }
}

}  // namespace
}  // namespace carnet
