#include "base/yaml.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/text.h"
#include "stopwatch.h"

namespace carnet {
namespace {

std::string dump(const YamlNode& node) {
  std::string out;
  switch (node.kind) {
    case YamlNode::Kind::Null: return "null";
    case YamlNode::Kind::Scalar:
      if (node.style == YamlNode::Style::Quoted) return "\"" + node.text + "\"";
      if (node.style == YamlNode::Style::Block) return "|" + node.text + "|";
      return node.text;
    case YamlNode::Kind::Sequence:
      for (const YamlNode& item : node.items) out += (out.empty() ? "" : ", ") + dump(item);
      return "[" + out + "]";
    case YamlNode::Kind::Map:
      for (const YamlEntry& entry : node.entries) {
        out += (out.empty() ? "" : ", ") + entry.key + ": " + dump(entry.value);
      }
      return "{" + out + "}";
  }
  return out;
}

// Each key and value as it stands in the source.
void list_spans(const Sources& sources, const YamlNode& node, std::string& out) {
  for (const YamlNode& item : node.items) {
    out += "<" + std::string(sources.text(item.span)) + ">";
    list_spans(sources, item, out);
  }
  for (const YamlEntry& entry : node.entries) {
    out += std::string(sources.text(entry.key_span)) + "=<" +
           std::string(sources.text(entry.value.span)) + ">";
    list_spans(sources, entry.value, out);
  }
}

// The text is put behind some other text of its source, so that offsets count.
struct Parsed {
  explicit Parsed(const std::string& text) {
    const std::string before = "---\n";
    const SourceId id = sources.add("x.yaml", before + text);
    const auto begin = static_cast<std::uint32_t>(before.size());
    const auto end = static_cast<std::uint32_t>(before.size() + text.size());
    document = parse_yaml(sources.text(id).substr(begin), {id, begin, end});
  }

  std::string spans() const {
    std::string out;
    list_spans(sources, document.root, out);
    return out;
  }

  // "line:column: message (the text it is about); hint", of the text alone.
  std::string problems() const {
    std::string out;
    for (const YamlProblem& problem : document.problems) {
      const std::string_view before =
          sources.text(problem.where.source).substr(4, problem.where.begin - 4);
      const std::size_t break_before = before.rfind('\n');
      const std::string_view line =
          break_before == std::string_view::npos ? before : before.substr(break_before + 1);
      const auto lines = split(before, '\n').size();
      if (!out.empty()) out += "\n";
      out += std::to_string(lines) + ":" + std::to_string(count_code_points(line) + 1) + ": " +
             problem.message + " (" + std::string(sources.text(problem.where)) + ")";
      if (!problem.hint.empty()) out += "; " + problem.hint;
    }
    return out;
  }

  Sources sources;
  YamlDocument document;
};

void check(const std::string& text, const std::string& expected) {
  const Parsed parsed(text);
  CAPTURE(text);
  CHECK(dump(parsed.document.root) == expected);
  CHECK(parsed.problems() == "");
  CHECK(!parsed.document.is_broken);
}

void check_spans(const std::string& text, const std::string& expected) {
  CAPTURE(text);
  CHECK(Parsed(text).spans() == expected);
}

void check_problem(const std::string& text, const std::string& expected,
                   const std::string& expected_tree) {
  const Parsed parsed(text);
  CAPTURE(text);
  CHECK(parsed.problems() == expected);
  CHECK(dump(parsed.document.root) == expected_tree);
}

bool is_in(const Span& span, const Span& where) {
  return span.begin <= span.end && span.begin >= where.begin && span.end <= where.end;
}

// Whether all places of a tree are in the text.
bool is_within(const YamlNode& node, const Span& where) {
  bool is_fine = node.span.source == kNoSource || is_in(node.span, where);
  for (const YamlNode& item : node.items) is_fine = is_fine && is_within(item, where);
  for (const YamlEntry& entry : node.entries) {
    is_fine = is_fine && is_in(entry.key_span, where) && is_within(entry.value, where);
  }
  return is_fine;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Hostile text: one problem, at once.
void check_refused(const std::string& text, const std::string& message) {
  const Stopwatch stopwatch;
  const Parsed parsed(text);
  REQUIRE(!parsed.document.problems.empty());
  CHECK(parsed.document.problems.back().message == message);
  CHECK(parsed.document.is_broken);
  CHECK(stopwatch.seconds() < 2.0);  // Sanitizers are slow; without them it is 0.1 s.
}

TEST_SUITE("yaml") {
  TEST_CASE("scalars, lists and maps") {
    check("", "null");
    check("# only a comment\n", "null");
    check("a: b\nc:\n  - d\n  - 'e'\n", "{a: b, c: [d, \"e\"]}");
    check("a: {b: c, d: [e, \"f\"]}", "{a: {b: c, d: [e, \"f\"]}}");
    check("a: >-\n  one\n  two\n\nb: |\n  x\n  y\n", "{a: |one two|, b: |x\ny\n|}");
    check("a:\nb: ~\nc: null\nd: NULL", "{a: null, b: null, c: null, d: null}");
    check("a: \"d\\u00e9j\\u00e0 \\_ vu\"", "{a: \"déjà \xC2\xA0 vu\"}");
    check("---\na: b\n...\n", "{a: b}");
  }

  TEST_CASE("JSON is YAML, tabs and all") {
    check(
        "{\n\t\"title\": \"A \\\"b\\\"\",\n\t\"plugins\": [\n\t\t\"x\"\n\t],\n\t\"on\": true\n}\n",
        "{title: \"A \"b\"\", plugins: [\"x\"], on: true}");
  }

  TEST_CASE("types are those of YAML 1.2") {
    const Parsed parsed(
        "[true, False, yes, on, \"true\", 12, -3, +4, 1.5, 0x1, 99999999999999999999]");
    const std::vector<YamlNode>& items = parsed.document.root.items;
    REQUIRE(items.size() == 11);
    CHECK(items[0].as_bool() == true);
    CHECK(items[1].as_bool() == false);
    CHECK(!items[2].as_bool());
    CHECK(!items[3].as_bool());
    CHECK(!items[4].as_bool());
    CHECK(items[4].as_text() == "true");
    CHECK(items[5].as_integer() == 12);
    CHECK(items[5].as_text() == "12");
    CHECK(items[6].as_integer() == -3);
    CHECK(items[7].as_integer() == 4);
    CHECK(!items[8].as_integer());
    CHECK(!items[9].as_integer());
    CHECK(!items[10].as_integer());
    CHECK(!parsed.document.root.as_text());
  }

  TEST_CASE("a tag of YAML's own says what type is meant") {
    const Parsed parsed("a: !!str true\nb: !!int 3");
    CHECK(parsed.problems() == "");
    CHECK(!parsed.document.root.find("a")->as_bool());
    CHECK(parsed.document.root.find("b")->as_integer() == 3);
  }

  TEST_CASE("a node says what it is") {
    const Parsed parsed("[x y, true, 7, [], {}, , \"true\"]");
    std::string all;
    for (const YamlNode& item : parsed.document.root.items) all += describe(item) + "; ";
    CHECK(all == "the text `x y`; `true`; `7`; a list; a map; nothing; the text `true`; ");
  }

  TEST_CASE("spans are bytes of the source, quotes and indicators included") {
    check_spans("é: été\nb: x\n", "é=<été>b=<x>");
    check_spans("a: 'it''s'  # c\nb: \"\\\"é\\\"\"", "a=<'it''s'>b=<\"\\\"é\\\"\">");
    check_spans("a: one\n  two\nb: c d ", "a=<one\n  two>b=<c d>");
    check_spans("a: >-\n  é è\n\n  ü\n\nb: x", "a=<>-\n  é è\n\n  ü>b=<x>");
    check_spans("a: |2\n    b\n   c\nd: e", "a=<|2\n    b\n   c>d=<e>");
    check_spans("a: [é, \"x\", {q: r}] # c\nb: []",
                "a=<[é, \"x\", {q: r}]><é><\"x\"><{q: r}>q=<r>b=<[]>");
    check_spans("a:\n  - b\n  - c: d\n    e: f\ng: h",
                "a=<- b\n  - c: d\n    e: f><b><c: d\n    e: f>c=<d>e=<f>g=<h>");
    check_spans("a: &x !!str hé\nb: *x", "a=<hé>b=<hé>");
  }

  TEST_CASE("nothing has its place behind its key") {
    const Parsed parsed("é:\nnull: ~\nb: [ , x]\nc:\n- \n- null");
    CHECK(dump(parsed.document.root) == "{é: null, null: null, b: [null, x], c: [null, null]}");
    CHECK(parsed.spans() == "é=<>null=<~>b=<[ , x]><><x>c=<- \n- null><><null>");
    CHECK(parsed.document.root.entries[0].value.span.begin == 4 + 3);
  }

  TEST_CASE("anchors are repeated, with the place where they were written") {
    check("a: &x [1, 2]\nb: *x", "{a: [1, 2], b: [1, 2]}");
    check_spans("a: &x [1]\nb: *x", "a=<[1]><1>b=<[1]><1>");
  }

  TEST_CASE("a quote that is never closed") {
    check_problem(
        "a: b\nc: \"d\n",
        "2:4: the quote `\"` is never closed (\"); write another `\"` where the text ends",
        "{a: b}");
    check_problem(
        "c: \"d",
        "1:4: the quote `\"` is never closed (\"); write another `\"` where the text ends", "{}");
    check_problem("é: 'd\ne: f",
                  "1:4: the quote `'` is never closed ('); write another `'` where the text ends",
                  "{}");
    check_problem("a: \"b\nc: \"d\"",
                  "1:4: the quote `\"` is not closed on its line (\"b); write another `\"` where "
                  "the text ends",
                  "{}");
  }

  TEST_CASE("a doubled key is reported, and kept") {
    check_problem("a: 1\nb: 2\na: 3",
                  "3:1: the key `a` is there twice (a); only this one counts; remove the other",
                  "{a: 1, b: 2, a: 3}");
    CHECK(Parsed("a: 1\na: 3").document.root.find("a")->text == "3");
  }

  TEST_CASE("a second document") {
    check_problem("a: b\n---\nc: d\n",
                  "2:1: a second document begins here (---); only the first one is read; remove "
                  "the `---`",
                  "{a: b}");
    check_problem(" a: b\nc: d\n",
                  "2:1: this line does not belong to what stands above it (c: d); begin it in the "
                  "same column as the first line, as `key: value`",
                  "{a: b}");
  }

  TEST_CASE("merge keys, foreign tags, keys that are no text") {
    check_problem("x: &x {a: 1}\ny:\n  <<: *x",
                  "3:3: `<<` does not merge anything here (<<); write the keys out",
                  "{x: {a: 1}, y: {<<: {a: 1}}}");
    check_problem("title: !important news",
                  "1:8: the tag `!important` means nothing here (!important); put a text that "
                  "begins with `!` between quotes",
                  "{title: news}");
    check_problem("a: !!binary aGk=",
                  "1:4: the tag `!!binary` means nothing here (!!binary); put a text that begins "
                  "with `!` between quotes",
                  "{a: aGk=}");
    check_problem("a: {{ b }}",
                  "1:5: a key that is no text ({ b }); put a text with `{`, `[` or `:` in it "
                  "between quotes",
                  "{a: {}}");
    check_problem(
        ": b",
        "1:2: a value without a key (); put a text with `{`, `[` or `:` in it between quotes",
        "{}");
  }

  TEST_CASE("colons") {
    check_problem("description: Auth : how: it works\n",
                  "1:19: a second `:` in one line (:); put the text between quotes: "
                  "`description: \"Auth : how: it works\"`",
                  "{}");
    check_problem("é: \"x\"\nb: d'été: \"non\"\n",
                  "2:9: a second `:` in one line (:); put the text between quotes: "
                  "`b: 'd''été: \"non\"'`",
                  "{é: \"x\"}");
    check_problem("a: b\ntitle:Bonjour\nc: d\n",
                  "2:6: no space behind the colon (:); write `title: Bonjour`", "{}");
  }

  TEST_CASE("indentation") {
    check_problem("a: b\n\tc: d\n", "2:1: a tab in the indentation (\t); indent with spaces", "{}");
    check_problem("a:\n\tb: d\n", "2:1: a tab in the indentation (\t); indent with spaces", "{}");
    check_problem("a: b\n c: d\n",
                  "2:2: the indentation of this line fits none above it (c: d); begin it in the "
                  "same column as the lines that it belongs to",
                  "{}");
    check_problem("a:\n   c: d\n  e: f\n",
                  "3:3: the indentation of this line fits none above it (e: f); begin it in the "
                  "same column as the lines that it belongs to",
                  "{}");
    check_problem("a: - b\n",
                  "1:4: a list in the line of its key (- b); begin each `- ` on a line of its own",
                  "{}");
  }

  TEST_CASE("texts that want quotes") {
    check_problem("é: @foo\n",
                  "1:4: a text cannot begin with `@` without quotes (@foo); put the text between "
                  "quotes: `é: \"@foo\"`",
                  "{}");
    check_problem("a: *foo* x\n",
                  "1:4: a text cannot begin with `*` without quotes (*foo* x); put the text "
                  "between quotes: `a: \"*foo* x\"`",
                  "{}");
    check_problem("a: * foo\n",
                  "1:4: a text cannot begin with `*` without quotes (* foo); put the text between "
                  "quotes: `a: \"* foo\"`",
                  "{}");
    check_problem("a: [draft] My page\n",
                  "1:12: text behind the closing bracket (My page); put the text between quotes: "
                  "`a: \"[draft] My page\"`",
                  "{}");
    check_problem("a: \"Foo\" bar\n",
                  "1:10: text behind the closing quote (bar); put the text between quotes: `a: "
                  "'\"Foo\" bar'`",
                  "{}");
    check_problem("a: \"C:\\dir\"\n",
                  "1:7: `\\` does not begin a known escape here (\\d); write `\\\\`, or use single "
                  "quotes",
                  "{}");
    check_problem("a: > text\n  more\n",
                  "1:6: text in the line of `>` or `|` (text); begin the text on the next line, "
                  "indented",
                  "{}");
  }

  TEST_CASE("brackets") {
    check_problem("a: [b, c\nd: e\n",
                  "1:4: the `[` is never closed ([); write `]` at its end, or put a text that "
                  "begins with it between quotes",
                  "{}");
    check_problem("a: ]b\n",
                  "1:4: a `]` that closes nothing (]); put the text between quotes: `a: \"]b\"`",
                  "{}");
    check_problem("{\"a\": \"b\"\n \"c\": \"d\"}\n",
                  "2:2: something is missing or too much before this (\"c\": \"d\"}); JSON wants a "
                  "comma between two entries, and quotes around texts",
                  "null");
  }

  TEST_CASE("what came before a mistake is kept") {
    check_problem("a: b\nc:\n  d: e\n  f: g: h\n",
                  "4:7: a second `:` in one line (:); put the text between quotes: `f: \"g: h\"`",
                  "{a: b, c: {d: e}}");
  }

  TEST_CASE("hostile texts are refused quickly") {
    check_refused(repeat("[", 10'000), "lists and maps are nested more than 64 deep");
    check_refused(repeat("- ", 10'000), "lists and maps are nested more than 64 deep");
    check_refused(repeat("{a: ", 10'000), "lists and maps are nested more than 64 deep");
    check_refused(repeat("? ", 10'000), "lists and maps are nested more than 64 deep");
    check_refused("a: " + repeat("x", 1'000'000), "more than 1 MB of YAML");
    check_refused(std::string("a: b\0c", 6), "a control character");
    check_refused(std::string("\0\0\0a", 4), "a control character");
    check_refused("a: \x04\nb: c", "a control character");
    check_refused("[" + repeat("[],", 300'000) + "]", "more than 200,000 values");

    std::string laughs = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 12; ++i) {
      const std::string before = "*a" + std::to_string(i - 1);
      laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before +
                repeat(", " + before, 8) + "]\n";
    }
    check_refused(laughs, "more than 200,000 values");
    check_refused("a: &a " + repeat("x", 300'000) + "\nb: [" + repeat("*a,", 100'000) + "]",
                  "more than 200,000 values");
  }

  TEST_CASE("large but honest texts are read") {
    std::string map;
    for (int i = 0; i < 20'000; ++i) map += "k" + std::to_string(i) + ": v\n";
    const Parsed parsed(map);
    CHECK(parsed.problems() == "");
    CHECK(parsed.document.root.entries.size() == 20'000);
    CHECK(Parsed("a: " + repeat("x ", 400'000)).problems() == "");
    CHECK(Parsed("a: >-\n" + repeat("  x\n", 200'000)).problems() == "");
  }

  TEST_CASE("one mistake made very often is reported a few times") {
    CHECK(Parsed(repeat("a: b\n", 50'000)).document.problems.size() == 20);
  }

  TEST_CASE("cycles and lone signs") {
    check_problem("&a [*a]", "1:5: an alias inside of what it stands for (*a)", "[null]");
    check_problem("%", "1:1: a line that begins with `%` (%); remove it", "null");
    check_problem("%foo bar\n", "1:1: a line that begins with `%` (%foo bar); remove it", "null");
  }

  TEST_CASE("whatever is written, places stay in the text") {
    const std::string_view parts[] = {"&",
                                      "*",
                                      "!",
                                      "!<",
                                      "|",
                                      ">",
                                      "\"",
                                      "'",
                                      "-",
                                      "?",
                                      ":",
                                      ",",
                                      "[",
                                      "]",
                                      "{",
                                      "}",
                                      "@",
                                      "`",
                                      "#",
                                      "\\",
                                      "\t",
                                      "---",
                                      "...",
                                      "--- %",
                                      "!!binary",
                                      "? :",
                                      "- -",
                                      "{,}",
                                      "[,,]",
                                      "&a",
                                      "&a &b",
                                      "|9",
                                      ">-+",
                                      "%YAML 9.9\n---",
                                      "%TAG ! !\n--- !x",
                                      "\xEF\xBB\xBF",
                                      "\xE2\x80\xA8: \xC2\x85",
                                      "a",
                                      "é",
                                      ": ",
                                      ": ",
                                      "\n",
                                      "\n  ",
                                      "&a ",
                                      "*a",
                                      "!!str ",
                                      ">-\n  ",
                                      "<<: ",
                                      "x y"};
    std::mt19937 random(1);
    std::uniform_int_distribution<std::size_t> part(0, std::size(parts) - 1);
    for (int round = 0; round < 4'000; ++round) {
      std::string text{parts[static_cast<std::size_t>(round) % std::size(parts)]};
      for (int i = round / 200; i > 0; --i) text += parts[part(random)];
      const Parsed parsed(text);
      const Span where{SourceId{0}, 4, static_cast<std::uint32_t>(4 + text.size())};
      CAPTURE(text);
      CHECK(is_within(parsed.document.root, where));
      for (const YamlProblem& problem : parsed.document.problems) {
        CHECK(is_in(problem.where, where));
      }
    }
  }
}

}  // namespace
}  // namespace carnet
