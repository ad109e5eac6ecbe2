#include "markdown/fold_tags.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "blocks/registry.h"
#include "parsed_document.h"

namespace carnet {
namespace {

// One letter is one line of a text: brackets are opening and closing tags, other
// letters paragraphs.
std::string to_markdown(std::string_view letters) {
  std::string text;
  for (char c : letters) {
    switch (c) {
      case '(': text += "{% hint %}"; break;
      case ')': text += "{% endhint %}"; break;
      case '[': text += "{% stepper %}"; break;
      case ']': text += "{% endstepper %}"; break;
      case '<': text += "{% step %}"; break;
      case '>': text += "{% endstep %}"; break;
      case 'E': text += "{% embed url=\"https://a.b\" %}"; break;
      case 'e': text += "{% endembed %}"; break;
      case 'U': text += "{% unknown %}"; break;
      case 'u': text += "{% endunknown %}"; break;
      default: text += c;
    }
    text += "\n\n";
  }
  return text;
}

// The tree in the same letters; an embed is E, with braces around what it holds.
std::string to_letters(const Node& parent) {
  std::string out;
  for (const Node& node : parent.children()) {
    if (node.kind != NodeKind::Block) {
      const std::string words = to_plain_text(node);
      out += words.starts_with("{% unknown") ? "U" : words.starts_with("{% endunk") ? "u" : words;
      continue;
    }
    const std::string inner = to_letters(node);
    if (node.block == &kHint) {
      out += "(" + inner + ")";
    } else if (node.block == &kStepper) {
      out += "[" + inner + "]";
    } else if (node.block == &kStep) {
      out += "<" + inner + ">";
    } else {
      out += inner.empty() ? "E" : "E{" + inner + "}";
    }
  }
  return out;
}

// The only place that knows how tags are folded.
void check(std::string_view letters, std::string_view expected, std::string_view codes = "") {
  CAPTURE(letters);
  const ParsedText parsed(to_markdown(letters));
  CHECK(to_letters(parsed.document.root()) == expected);
  CHECK(parsed.codes() == codes);
}

TEST_SUITE("fold_tags") {
  TEST_CASE("text outside of blocks is left alone") { check("ab", "ab"); }
  TEST_CASE("a pair of tags encloses what stands between them") { check("a(b)c", "a(b)c"); }
  TEST_CASE("an empty block is a block") { check("()", "()"); }
  TEST_CASE("blocks nest") { check("(a(b)c)", "(a(b)c)"); }
  TEST_CASE("an unclosed block goes on to the end, and is reported") {
    check("a(b", "a(b)", "unclosed-block ");
    check("(a(b", "(a(b))", "unclosed-block unclosed-block ");
  }
  TEST_CASE("a closing tag without an opening one goes, and is reported") {
    check("a)b", "ab", "stray-tag ");
  }
  TEST_CASE("a closing tag closes what was left open inside") {
    check("(a[<b)c", "(a[<b>])c", "unclosed-block unclosed-block ");
  }
  TEST_CASE("crossed tags: the late one is stray") {
    check("[<(a>b)]", "[<(a)>]b", "unclosed-block misplaced-block stray-tag ");
  }
  TEST_CASE("steps stand in their stepper") { check("[<a><b>]", "[<a><b>]"); }
  TEST_CASE("a step ends where the next begins") {
    check("[<a<b>]", "[<a><b>]", "unclosed-block ");
  }
  TEST_CASE("steps without a stepper get one") {
    check("a<b><c>d", "a[<b><c>]d", "misplaced-block ");
  }
  TEST_CASE("what stands between steps follows them, what stands before precedes them") {
    check("[a<b>c<d>]f", "a[<b><d>]cf", "misplaced-block misplaced-block ");
    check("[<a>(b)<c>]", "[<a><c>](b)", "misplaced-block ");
  }
  TEST_CASE("an embed is closed only if its closing tag comes") {
    check("EaEb", "EaEb");
    check("EaeEb", "E{a}Eb");
    check("(Ea)e", "(Ea)", "stray-tag ");
    check("E(a)be", "E{(a)b}");
  }
  TEST_CASE("an unknown tag stays as it was written, and is reported once") {
    check("aUbuc", "aUbuc", "unknown-block ");
  }
  TEST_CASE("blocks nested too deeply become text") {
    const std::string open(70, '(');
    const std::string close(70, ')');
    const ParsedText parsed(to_markdown(open + "a" + close));
    CHECK(parsed.codes() == "limit-reached ");
    CHECK(to_plain_text(parsed.document.root()).find("{% hint %}") != std::string::npos);
    CHECK(to_plain_text(parsed.document.root()).find('a') != std::string::npos);
  }
}

}  // namespace
}  // namespace carnet
