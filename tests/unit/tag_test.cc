#include "markdown/tag.h"

#include <doctest/doctest.h>

#include "base/limits.h"

namespace carnet {
namespace {

// A tag in one line: its name, `/` before it if it closes, and its arguments.
std::string read(std::string_view text) {
  const auto tag = parse_tag(text);
  if (!tag) return "none";
  std::string out = (tag->is_end ? "/" : "") + tag->name;
  for (const TagArgument& argument : tag->arguments) {
    out += " " + argument.name + "=[" + argument.value + "]";
    if (argument.value.find('\\') == std::string::npos &&
        text.substr(argument.value_begin, argument.value_end - argument.value_begin).find('\\') ==
            std::string_view::npos) {
      CHECK(text.substr(argument.value_begin, argument.value_end - argument.value_begin) ==
            argument.value);
    }
    CHECK(text.substr(argument.name_begin, argument.name_end - argument.name_begin) ==
          argument.name);
  }
  if (tag->unterminated_quote) out += " !" + std::to_string(*tag->unterminated_quote);
  if (tag->length < text.size()) out += " + " + std::string(text.substr(tag->length));
  return out;
}

void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  CHECK(read(text) == expected);
}

TEST_SUITE("tag") {
  TEST_CASE("a name alone") {
    check("{% hint %}", "hint");
    check("{%hint%}", "hint");
    check("{%- hint -%}", "hint");
    check("{%-hint-%}", "hint");
    check("{% content-ref %}", "content-ref");
    check("{% @vendor/block %}", "@vendor/block");
  }
  TEST_CASE("a closing tag, in any letter case") {
    check("{% endhint %}", "/hint");
    check("{% endhint%}", "/hint");
    check("{% EndHint %}", "/Hint");
    check("{% end %}", "end");
  }
  TEST_CASE("arguments in every kind of quotes, and in none") {
    check("{% hint style=\"info\" %}", "hint style=[info]");
    check("{% hint style='info' %}", "hint style=[info]");
    check("{% hint style=info %}", "hint style=[info]");
    check("{% hint style = \"info\" %}", "hint style=[info]");
    check("{%hint style=\"info\"%}", "hint style=[info]");
    check("{% code a=\"1\" b='2' c=3 %}", "code a=[1] b=[2] c=[3]");
    check("{% hint style=\"\" %}", "hint style=[]");
  }
  TEST_CASE("what follows if and its branches is one expression") {
    check("{% if a.b === \"x\" && c %}rest", "if =[a.b === \"x\" && c] + rest");
    check("{%- if !a -%}", "if =[!a]");
    check("{% if a - b %}", "if =[a - b]");
    check("{% elif a == '%}' %}", "elif =[a == '%}']");
    check("{% elsif a ? 'b' : `c` %}", "elsif =[a ? 'b' : `c`]");
    check("{% if don't %} '%}", "if =[don't %} ']");
    check("{% if don't %}", "if =[don't]");
    check("{% if don't %}\n'%}", "if =[don't] + \n'%}");
    check("{% else %}", "else");
    check("{% if %}", "if");
    check("{% endif %}", "/if");
    check("<% if visitor.claims.a %>", "if =[visitor.claims.a]");
    check("<% if user.admin? %>", "none");
    check("<% else %>", "else");
  }
  TEST_CASE("values without a key") {
    check("{% include \"a.md\" %}", "include =[a.md]");
    check("{% hint error %}", "hint =[error]");
  }
  TEST_CASE("curly quotes, also mixed ones") {
    check("{% hint style=“info” %}", "hint style=[info]");
    check("{% hint style=\"info” %}", "hint style=[info]");
    check("{% hint style=«info» %}", "hint style=[info]");
    check("{% tab title=\"“A” b\" %}", "tab title=[“A” b]");
  }
  TEST_CASE("quotes in quotes") {
    check(R"({% tab title="Say \"hi\"" %})", "tab title=[Say \"hi\"]");
    check(R"({% tab title='It\'s' %})", "tab title=[It's]");
    check(R"({% tab title="Say "hi" twice" %})", "tab title=[Say \"hi\" twice]");
    check(R"({% tab title="It's" %})", "tab title=[It's]");
    check(R"({% file src="C:\a\b" %})", R"(file src=[C:\a\b])");
  }
  TEST_CASE("what looks like an end in quotes is none") {
    check("{% tab title=\"100 %} sure\" %}", "tab title=[100 %} sure]");
  }
  TEST_CASE("a quote that never closes ends with its tag") {
    check("{% embed url=\"https://a.b %}", "embed url=[https://a.b] !13");
    check("{% embed url=\"a %}\n\"b\" %}", "embed url=[a] !13 + \n\"b\" %}");
  }
  TEST_CASE("a tag may run over two lines") {
    check("{% embed\n url=\"a\" %}", "embed url=[a]");
    check("{% tab title=\"a\nb\" %}", "tab title=[a\nb]");
  }
  TEST_CASE("what follows is not read") {
    check("{% hint %} text {% endhint %}", "hint +  text {% endhint %}");
  }
  TEST_CASE("angle brackets, only around names that are known") {
    check("<% hint style=\"info\" %>", "hint style=[info]");
    check("<% endhint %>", "/hint");
    check("<% render \"x\" %>", "none");
  }
  TEST_CASE("no tags") {
    check("", "none");
    check("{%", "none");
    check("{% %}", "none");
    check("{%%}", "none");
    check("{% hint", "none");
    check("{% hint }", "none");
    check("{% hint %>", "none");
    check("{% 1hint %}", "none");
    check("{ % hint % }", "none");
    check("{{ hint }}", "none");
  }
  TEST_CASE("a forgotten bracket does not make the next tag an argument") {
    check("{% hint\n{% endhint %}", "none");
  }
  TEST_CASE("a tag is not longer than a limit") {
    check("{% hint a=\"" + std::string(kMaxTagBytes, 'x') + "\" %}", "none");
  }
  TEST_CASE("an attempt at a tag is told from text") {
    CHECK(begins_like_tag("{% hint"));
    CHECK(begins_like_tag("{%- endhint"));
    CHECK(begins_like_tag("<% hint"));
    CHECK_FALSE(begins_like_tag("<% render"));
    CHECK_FALSE(begins_like_tag("{% 10 %"));
    CHECK_FALSE(begins_like_tag("{%"));
    CHECK_FALSE(begins_like_tag(""));
  }
}

}  // namespace
}  // namespace carnet
