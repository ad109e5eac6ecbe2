#include "markdown/feed.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "parsed_document.h"

namespace carnet {
namespace {

// Each block with the number of its first line, blocks with what they hold in
// parentheses.
std::string outline(const ParsedText& parsed, const Node& parent) {
  std::string out;
  for (const Node& node : parent.children()) {
    if (is_inline(node)) continue;
    const std::string_view before = parsed.text().substr(0, node.begin);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    std::string name;
    switch (node.kind) {
      case NodeKind::Paragraph: name = "p"; break;
      case NodeKind::Heading: name = "h"; break;
      case NodeKind::List: name = node.is_tight ? "tight" : "loose"; break;
      case NodeKind::ListItem: name = "item"; break;
      case NodeKind::BlockQuote: name = "quote"; break;
      case NodeKind::CodeBlock: name = "code"; break;
      case NodeKind::Table: name = "table"; break;
      case NodeKind::Block: name = node.block->name; break;
      case NodeKind::Element: name = "<" + std::string(node.text) + ">"; break;
      default: name = "?";
    }
    out += (out.empty() ? "" : " ") + name + std::to_string(line);
    const bool is_leaf = node.kind == NodeKind::Table || node.kind == NodeKind::Paragraph;
    if (const std::string inner = is_leaf ? "" : outline(parsed, node); !inner.empty()) {
      out += "(" + inner + ")";
    }
  }
  return out;
}

void check(std::string_view text, std::string_view expected, std::string_view codes = "") {
  CAPTURE(text);
  const ParsedText parsed{std::string(text)};
  CHECK(outline(parsed, parsed.document.root()) == expected);
  CHECK(parsed.codes() == codes);
}

TEST_SUITE("feed") {
  TEST_CASE("a tag ends a paragraph, a list, a quote and a table") {
    check("{% hint %}\na\n{% endhint %}\nb", "hint1(p2) p4");
    check("{% hint %}\n* a\n{% endhint %}\nb", "hint1(tight2(item2(p2))) p4");
    check("{% hint %}\n> a\n{% endhint %}\nb", "hint1(quote2(p2)) p4");
    check("{% hint %}\n|a|\n|-|\n|b|\n{% endhint %}\nb", "hint1(table2) p6");
  }
  TEST_CASE("a tag ends HTML that would go on to the next empty line") {
    check("{% hint %}\n<div>a</div>\n{% endhint %}\nb", "hint1(<div>2) p4");
  }
  TEST_CASE("a tag behind HTML does not make the list around it loose") {
    check("* a\n  <div>b</div>\n  {% hint %}\n  c\n  {% endhint %}\n* d",
          "tight1(item1(p1 <div>2 hint3(p4)) item6(p6))");
    check("* a\n  {% hint %}\n  b\n  {% endhint %}\n* c", "tight1(item1(p1 hint2(p3)) item5(p5))");
  }
  TEST_CASE("tags on one line are cut apart, and lines are counted as before") {
    check("{% hint %} a {% endhint %}\nb", "hint1(p1) p2");
    check("{% tabs %}{% tab title=\"A\" %}\na\n{% endtab %}{% endtabs %}\n\nb",
          "tabs1(tab1(p2)) p5");
    check("a\n\n{% hint %}a\nb{% endhint %}\n\nc", "p1 hint3(p3) p6");
  }
  TEST_CASE("a tag of several lines takes its lines") {
    check("{% hint\nstyle=\"info\" %}\na\n{% endhint %}\nb", "hint1(p3) p5");
  }
  TEST_CASE("in list items and quotes tags stay inside") {
    check("1. {% hint %}\n   a\n   {% endhint %}\n2. b", "tight1(item1(hint1(p2)) item4(p4))");
    check("> {% hint %}\n> a\n> {% endhint %}\n\nb", "quote1(hint1(p2)) p5");
  }
  TEST_CASE("in code a tag is text") {
    check("```\n{% hint %}\n```", "code1");
    check("    {% hint %}", "code1");
    check("`{% hint %}` a", "p1");
    check("<pre>\n{% hint %}\n</pre>", "<pre>1");
    check("\\{% hint %}", "p1");
  }
  TEST_CASE("a tag in the middle of a line is text, and reported") {
    check("a {% hint %} b", "p1", "inline-tag ");
  }
  TEST_CASE("a tag that is not closed is text, and reported once") {
    check("> {% hint\n\na", "quote1(p1) p3", "malformed-tag ");
  }
  TEST_CASE("text without a line end at its end") {
    check("{% hint %}\na\n{% endhint %}", "hint1(p2)");
    check("{% hint %}", "hint1", "unclosed-block ");
    check("a\n```\nb", "p1 code2");
  }
  TEST_CASE("front matter is not fed, but its lines count") {
    check("---\ntitle: a\n---\n\nb\n\n{% hint %}\nc\n{% endhint %}", "p5 hint7(p8)");
  }
}

}  // namespace
}  // namespace carnet
