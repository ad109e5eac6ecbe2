#include "expressions/evaluate.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

using V = ExpressionValue;

// What every expression below is given.
const V& names() {
  static const V made = V::map({
      {"space", V::map({{"vars", V::map({
                                     {"name", V::text("Élan")},
                                     {"version", V::text("1.10")},
                                     {"count", V::number(3)},
                                     {"tags", V::list({V::text("a"), V::text("b")})},
                                     {"empty", V::text("")},
                                 })}})},
      {"page", V::map({{"vars", V::map({{"on", V::boolean(true)}})}})},
      {"visitor",
       V::map({{"claims", V::map({{"unsigned", V::map({{"beta", V::boolean(true)}})}})}})},
  });
  return made;
}

// What an expression prints: its text, or its error with place and hint; then the
// names that it missed.
std::string run(std::string_view expression) {
  const Evaluation result = evaluate(expression, names());
  std::string out;
  if (result.error) {
    out = std::to_string(result.error->begin + 1) + "-" + std::to_string(result.error->end + 1) +
          ": " + result.error->message;
    if (!result.error->hint.empty()) out += "; " + result.error->hint;
  } else {
    out = result.value.is_undefined() ? "undefined" : result.value.to_text();
  }
  for (const MissingName& name : result.missing) {
    out += " (no " + name.name + (name.similar.empty() ? "" : ", but " + name.similar) + ")";
  }
  return out;
}

struct Case {
  std::string_view expression;
  std::string_view expected;
};

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& one : cases) {
    CAPTURE(one.expression);
    CHECK(run(one.expression) == one.expected);
  }
}

TEST_SUITE("evaluate") {
  TEST_CASE("literals") {
    check({
        {"1", "1"},
        {"1.50", "1.5"},
        {".5", "0.5"},
        {"1e21", "1e+21"},
        {"123456789012345680000", "123456789012345680000"},
        {"1e-7", "1e-7"},
        {"0.000001", "0.000001"},
        {"1.25e-9", "1.25e-9"},
        {"0.1 + 0.2", "0.30000000000000004"},
        {"-0", "0"},
        {"'it\\'s'", "it's"},
        {"\"a\\u00e9\\n\"", "aé\n"},
        {"`v${space.vars.version}-${1 + 1}`", "v1.10-2"},
        {"`a\\`b$c`", "a`b$c"},
        {"`${`in ${'side'}`}`", "in side"},
        {"true", "true"},
        {"null", ""},
        {"undefined", "undefined"},
        {"[1, 'a', [true, null]]", "1,a,true,"},
        {"[]", ""},
        {" \t1\u00A0+ 1 ", "2"},
    });
  }
  TEST_CASE("members") {
    check({
        {"space.vars.name", "Élan"},
        {"space['vars'][\"name\"]", "Élan"},
        {"space?.vars?.[`name`]", "Élan"},
        {"space . vars . count", "3"},
        {"space.vars.tags[1]", "b"},
        {"space.vars.tags[2]", "undefined"},
        {"space.vars.tags.length", "2"},
        {"space.vars.name.length", "4"},
        {"space.vars.name[0]", "É"},
        {"'abc'.at(-1)", "c"},
        {"space.vars", "[object Object]"},
    });
  }
  TEST_CASE("a missing name is undefined, and is named once") {
    check({
        {"space.vars.nam", "undefined (no space.vars.nam, but space.vars.name)"},
        {"space.var.name", "undefined (no space.var, but space.vars)"},
        {"spaces.vars.name.length", "undefined (no spaces, but space)"},
        {"x.toUpperCase()", "undefined (no x)"},
        {"'v' + space.vars.no", "v (no space.vars.no)"},
        {"`v${space.vars['no']}`", "v (no no)"},
        {"visitor.claims.signed.plan.includes('pro')",
         "undefined (no visitor.claims.signed, but visitor.claims.unsigned)"},
    });
  }
  TEST_CASE("what is only asked after may be missing") {
    check({
        {"space.vars.no ?? 'x'", "x"},
        {"space.vars.no || 'x'", "x"},
        {"!space.vars.no", "true"},
        {"space.vars.no == null", "true"},
        {"space.vars.no === undefined", "true"},
        {"space.vars.no ? 1 : 2", "2"},
        {"typeof space.vars.no", "undefined"},
        {"'a' in space.vars.no", "false"},
        {"space.vars.no > 1", "false"},
        {"page.vars.on || space.vars.no", "true"},
        {"false || space.vars.no", "undefined (no space.vars.no)"},
    });
  }
  TEST_CASE("arithmetic") {
    check({
        {"1 + 2 * 3", "7"},
        {"(1 + 2) * 3", "9"},
        {"7 % 4 - 1", "2"},
        {"-7 % 4", "-3"},
        {"1 / 3", "0.3333333333333333"},
        {"1 / 0", "Infinity"},
        {"-1 / 0", "-Infinity"},
        {"0 / 0", "NaN"},
        {"'2' * '3'", "6"},
        {"'2' + 3", "23"},
        {"2 + 3 + 'a'", "5a"},
        {"'a' - 1", "NaN"},
        {"+true", "1"},
        {"- -1", "1"},
        {"[1] + 2", "12"},
        {"null + 1", "1"},
    });
  }
  TEST_CASE("comparisons") {
    check({
        {"1 == '1'", "true"},
        {"1 === '1'", "false"},
        {"1 !== '1'", "true"},
        {"null == undefined", "true"},
        {"null === undefined", "false"},
        {"null == 0", "false"},
        {"'' == 0", "true"},
        {"true == 1", "true"},
        {"true == 'true'", "false"},
        {"NaN == NaN", "false"},
        {"[1, 2] == '1,2'", "true"},
        {"[] == []", "false"},
        {"space.vars == space.vars", "true"},
        {"2 < 10", "true"},
        {"'2' < '10'", "false"},
        {"'2' < 10", "true"},
        {"'a' <= 'a' && 3 >= 3", "true"},
        {"1 < 2 == true", "true"},
    });
  }
  TEST_CASE("truth") {
    check({
        {"!0", "true"},
        {"!''", "true"},
        {"!'0'", "false"},
        {"!NaN", "true"},
        {"!null", "true"},
        {"![]", "false"},
        {"!space", "false"},
        {"0 || 'a' || 'b'", "a"},
        {"'a' && 'b'", "b"},
        {"0 ?? 1", "0"},
        {"1 ? 2 : 3 ? 4 : 5", "2"},
        {"0 ? 2 : 0 ? 4 : 5", "5"},
        {"1 ?.5 : 2", "0.5"},
    });
  }
  TEST_CASE("in") {
    check({
        {"'name' in space.vars", "true"},
        {"'no' in space.vars", "false"},
        {"'a' in space.vars.tags", "true"},
        {"'c' in space.vars.tags", "false"},
        {"'a' in 'abc'",
         "1-13: `in` asks a list or a map, not a text; for texts write `text.includes(part)`"},
    });
  }
  TEST_CASE("methods of texts") {
    check({
        {"'abc'.includes('b')", "true"},
        {"'abc'.startsWith('b')", "false"},
        {"'abc'.endsWith('c')", "true"},
        {"'été'.toUpperCase()", "ÉTÉ"},
        {"'ÉTÉ'.toLowerCase()", "été"},
        {"'\u00A0 a '.trim()", "a"},
        {"' a '.trimStart() + '|' + ' a '.trimEnd()", "a | a"},
        {"'a-b-c'.replace('-', '+')", "a+b-c"},
        {"'a-b-c'.replaceAll('-', '+')", "a+b+c"},
        {"'a,b,c'.split(',').join(' ')", "a b c"},
        {"'été'.split('')", "é,t,é"},
        {"'a,b,c'.split(',', 2)", "a,b"},
        {"'été'.slice(1)", "té"},
        {"'été'.slice(-2, -1)", "t"},
        {"'abc'.slice(2, 1)", ""},
        {"'abc'.substring(2, 0)", "ab"},
        {"'été'.indexOf('t')", "1"},
        {"'abca'.lastIndexOf('a')", "3"},
        {"'abc'.indexOf('x')", "-1"},
        {"'5'.padStart(3, '0')", "005"},
        {"'5'.padEnd(4, 'ab') + '|'", "5aba|"},
        {"'ab'.repeat(3)", "ababab"},
        {"'a'.concat(1, true)", "a1true"},
        {"'abc'.charAt(1) + 'abc'.charAt(9)", "b"},
        {"(3.14159).toFixed(2)", "3.14"},
        {"(5).toString() + 1", "51"},
        {"true.toString()", "true"},
    });
  }
  TEST_CASE("methods of lists") {
    check({
        {"['a', 'b'].includes('b')", "true"},
        {"[1, 2].includes('1')", "false"},
        {"[1, 2, 3].indexOf(3)", "2"},
        {"[1, 2, 3].slice(1).join('-')", "2-3"},
        {"[1].concat([2, 3], 4)", "1,2,3,4"},
        {"[1, 2].reverse()", "2,1"},
        {"[1, 2].at(-1)", "2"},
    });
  }
  TEST_CASE("mistakes have a place, and often a way out") {
    check({
        {"", "1-1: there is no expression"},
        {"  ", "3-3: there is no expression"},
        {"a +", "4-4: the expression ends too early"},
        {"1 2", "3-4: `2` cannot stand here"},
        {"a = 1", "3-4: `=` cannot stand here; to compare, write `==`"},
        {"a & b", "3-4: `&` cannot stand here; for \"and\" write `&&`"},
        {"a or b", "3-5: `or` cannot stand here; for \"or\" write `||`"},
        {"x => 1", "3-4: `=` cannot stand here; functions cannot be written here"},
        {"a == “b”", "6-9: `“` cannot stand here; texts stand between straight quotes: \"text\""},
        {"'a", "1-2: this quote is never closed; write a `'` behind the text"},
        {"`a", "1-2: this template is never closed; write a ` behind it"},
        {"`a${1`", "6-7: ``` cannot stand here"},
        {"(1", "3-3: the expression ends too early"},
        {"a.1", "3-4: `1` cannot stand here"},
        {"1a", "2-3: `a` cannot stand here"},
        {"f(1)", "2-3: only methods can be called; write `value.method()`"},
        {"'a'.upper()", "1-12: a text has no method `upper`"},
        {"'a'.toUppercase()",
         "1-18: a text has no method `toUppercase`; did you mean `toUpperCase`?"},
        {"[1].map(2)", "1-11: a list has no method `map`"},
        {"{}", "1-2: `{` cannot stand here"},
        {"a; b", "2-3: `;` cannot stand here"},
    });
  }
  TEST_CASE("nothing grows without end") {
    const std::string deep = std::string(2000, '(') + "1" + std::string(2000, ')');
    CHECK(run(deep).find("at most 100 levels") != std::string::npos);
    CHECK(run(std::string(2000, '!') + "1").find("at most 100 levels") != std::string::npos);
    CHECK(run(std::string(2000, '[')).find("at most 100 levels") != std::string::npos);
    std::string sum = "1";
    for (int i = 0; i < 1000; ++i) sum += "+1";
    CHECK(run(sum).find("at most 100 levels") != std::string::npos);
    CHECK(run(std::string(5000, '1')).find("at most 4096 bytes") != std::string::npos);
    CHECK(run("'a'.repeat(1e300)").find("longer than 65536 bytes") != std::string::npos);
    CHECK(run("'a'.padStart(1e300)").find("longer than 65536 bytes") != std::string::npos);
    CHECK(run("'a'.repeat(60000).replaceAll('a', 'b'.repeat(60000))").find("longer than") !=
          std::string::npos);
    CHECK(run("'a'.repeat(20000).split('').length").find("longer than 10000 items") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace carnet
