// The promise of parse_html on inputs nobody would write: texts and slots come out once
// and in order, and the tree is one that HTML allows.

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "html/parse_html.h"
#include "html_text.h"
#include "stopwatch.h"

namespace carnet {
namespace {

constexpr std::string_view kNames[] = {
    "a",         "b",     "br",      "button",   "caption",  "center",   "code",     "col",
    "colgroup",  "dd",    "details", "div",      "dl",       "dt",       "em",       "figure",
    "form",      "h2",    "h3",      "hr",       "html",     "i",        "img",      "li",
    "mark",      "math",  "object",  "ol",       "option",   "optgroup", "p",        "picture",
    "plaintext", "pre",   "section", "select",   "span",     "sub",      "summary",  "svg",
    "table",     "tbody", "td",      "template", "textarea", "tfoot",    "th",       "thead",
    "title",     "tr",    "ul",      "video",    "xmp",      "your-url", "noscript", "rt",
    "dir",       "small", "body",    "head",     "frameset", "input"};
constexpr std::string_view kTexts[] = {"&amp;", " ", "\n", "<", "</", "< b", "&#10;", "é", "]]>"};
constexpr std::string_view kAttributes[] = {" id=x",
                                            " class=\"fa-x\"",
                                            " style='color:red'",
                                            " href=\"a>b\"",
                                            " open",
                                            " /",
                                            " align=left",
                                            " <",
                                            ""};

// A stream in which every text is a letter that is nowhere else, so that what comes out
// can be compared with what went in.
class RandomHtml {
 public:
  explicit RandomHtml(std::uint32_t seed) : random_(seed) {}

  std::string make(std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i) {
      switch (below(12)) {
        case 0: out += "[" + letter() + "]"; break;
        case 1: out += "{" + letter() + "}"; break;
        case 2:
          out += " " + letter();  // After a `<` it would begin a tag.
          break;
        case 3: out += pick(kTexts); break;
        case 4:
        case 5:
        case 6:
        case 7: out += "</" + std::string(pick(kNames)) + ">"; break;
        default: out += "<" + std::string(pick(kNames)) + std::string(pick(kAttributes)) + ">";
      }
    }
    return out;
  }

 private:
  template <std::size_t Size>
  std::string_view pick(const std::string_view (&list)[Size]) {
    return list[below(Size)];
  }
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string letter() { return std::string(1, static_cast<char>('A' + below(26))); }

  std::mt19937 random_;
};

// The slots and letters of `html`: no tag holds a capital letter, no slot is in a tag.
std::string content_of(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (is_slot_at(html, i)) out += '[';
    if (html[i] >= 'A' && html[i] <= 'Z') out += html[i];
  }
  return out;
}

void append_content(const HtmlFragment& fragment, HtmlFragment::Siblings nodes, std::string& out) {
  for (const HtmlNode& node : nodes) {
    if (node.kind == HtmlNode::Kind::Slot) {
      out += '[';
      out += static_cast<char>(node.slot);
    }
    std::ranges::copy_if(node.text, std::back_inserter(out),
                         [](char c) { return c >= 'A' && c <= 'Z'; });
    append_content(fragment, fragment.children(node), out);
  }
}

struct Shape {
  std::size_t problems = 0;

  void visit(const HtmlFragment& fragment, HtmlFragment::Siblings nodes, HtmlTag parent) {
    for (const HtmlNode& node : nodes) {
      bool is_part = node.tag == HtmlTag::Tr || node.tag == HtmlTag::Td || node.tag == HtmlTag::Th;
      bool is_section =
          node.tag == HtmlTag::Thead || node.tag == HtmlTag::Tbody || node.tag == HtmlTag::Tfoot;
      if (node.kind == HtmlNode::Kind::Element) {
        if (is_section) problems += parent != HtmlTag::Table;
        if (is_part) problems += parent == HtmlTag::Table || parent == HtmlTag::Div;
        if (node.tag == HtmlTag::Td) problems += parent != HtmlTag::Tr;
      }
      if (parent == HtmlTag::Tr) {
        problems += node.tag != HtmlTag::Td && node.tag != HtmlTag::Th;
      }
      if (parent == HtmlTag::P || parent == HtmlTag::B || parent == HtmlTag::Span) {
        problems += node.is_block;
      }
      visit(fragment, fragment.children(node), node.tag);
    }
  }
};

TEST_SUITE("parse_html: random input") {
  TEST_CASE("nothing is lost, doubled or moved") {
    for (std::uint32_t seed = 0; seed < 20000; ++seed) {
      std::string html = RandomHtml(seed).make(1 + seed % 60);
      INFO("seed ", seed, ": ", html);
      std::vector<HtmlPiece> pieces = to_pieces(html);
      HtmlContext context = seed % 2 == 0 ? HtmlContext::Block : HtmlContext::Inline;
      HtmlPolicy policy = seed % 5 == 0 ? HtmlPolicy::Trusted : HtmlPolicy::Safe;
      Diagnostics diagnostics;
      HtmlFragment fragment = parse_html(pieces, context, policy, SourceId{0}, diagnostics);

      std::string content;
      append_content(fragment, fragment.roots(), content);
      Shape shape;
      shape.visit(fragment, fragment.roots(), HtmlTag::Other);
      CHECK(shape.problems == 0);
      for (const HtmlNode& node : fragment.nodes) {
        CHECK(node.begin <= node.tag_end);
        CHECK(node.tag_end <= node.end);
        CHECK(node.end <= html.size());
      }
      REQUIRE(content == content_of(html));
    }
  }

  TEST_CASE("any bytes at all are read") {
    std::mt19937 random(7);
    constexpr std::string_view kBytes = "<>/!-?[]{}ab\"'= \n&#;x\0\xC3\xA9";
    for (int round = 0; round < 4000; ++round) {
      std::string text;
      for (std::size_t i = random() % 80; i > 0; --i) text += kBytes[random() % kBytes.size()];
      std::vector<HtmlPiece> pieces = to_pieces(text);
      Diagnostics diagnostics;
      HtmlFragment fragment =
          parse_html(pieces, HtmlContext::Inline, HtmlPolicy::Safe, SourceId{0}, diagnostics);
      std::size_t slots = 0;
      for (const HtmlPiece& piece : pieces) slots += piece.slot >= 0;
      CHECK(std::ranges::count_if(fragment.nodes, [](const HtmlNode& node) {
              return node.kind == HtmlNode::Kind::Slot;
            }) == static_cast<std::ptrdiff_t>(slots));
    }
  }

  // Quadratic time would be minutes here.
  TEST_CASE("hostile repetition takes linear time") {
    const Stopwatch stopwatch;
    for (std::string_view unit : {"<b>",
                                  "<a href=x>",
                                  "<div>",
                                  "<table>",
                                  "<table><tr><td>",
                                  "<p>x<hr>",
                                  "<p><div>x",
                                  "<a><b><i><u><s><em></a>",
                                  "<select><option>",
                                  "<details><summary>",
                                  "<!--",
                                  "<?",
                                  "<![CDATA[",
                                  "<script>",
                                  "<script></",
                                  "<a b=\"",
                                  "<a ",
                                  "<",
                                  "</b>",
                                  "&",
                                  "<svg>",
                                  "<div a=",
                                  "{a}<b>",
                                  "[a]<svg>",
                                  "<ul><li>"}) {
      std::string html;
      for (int i = 0; i < 30000; ++i) html += unit;
      std::vector<HtmlPiece> pieces = to_pieces(html);
      Diagnostics diagnostics;
      HtmlFragment fragment =
          parse_html(pieces, HtmlContext::Block, HtmlPolicy::Safe, SourceId{0}, diagnostics);
      CHECK(fragment.nodes.size() <= 10 * 30000);
    }
    CHECK(stopwatch.seconds() < 40);
  }
}

}  // namespace
}  // namespace carnet
