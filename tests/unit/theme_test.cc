#include "theme/theme.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "theme/compact_css.h"
#include "theme/compact_js.h"
#include "theme/contracts.h"
#include "theme/embedded.h"

namespace carnet {
namespace {

struct Parsed {
  // "file: message (hint)" of each problem, one a line.
  std::string problems() const {
    std::string result;
    for (const Diagnostic& d : diagnostics.all()) {
      CHECK(d.kind == DiagnosticKind::InvalidTheme);
      if (d.where.source != kNoSource) result += sources.path(d.where.source);
      result += ": " + d.message;
      if (!d.hint.empty()) result += " (" + d.hint + ")";
      result += "\n";
    }
    return result;
  }

  Sources sources;
  Diagnostics diagnostics;
  Theme theme;
};

std::span<const EmbeddedFile> default_files() {
  for (const EmbeddedTheme& theme : embedded_themes()) {
    if (theme.name == "default") return theme.files;
  }
  return {};
}

// The default theme with some of its files replaced.
Parsed parse(std::map<std::string, std::string> texts = {}) {
  for (const EmbeddedFile& file : default_files()) {
    texts.emplace(std::string(file.path), std::string(file.bytes));
  }
  Parsed parsed;
  std::vector<ThemeLayer> layers(1);
  layers[0].texts.reserve(texts.size());
  for (const auto& [path, text] : texts) {
    layers[0].texts.push_back({path, parsed.sources.add(path, text)});
  }
  parsed.theme = parse_theme(layers, parsed.sources, parsed.diagnostics);
  return parsed;
}

std::string embedded(std::string_view path) {
  for (const EmbeddedFile& file : default_files()) {
    if (file.path == path) return std::string(file.bytes);
  }
  return {};
}

// theme.yaml of the default theme, with one text in it replaced.
std::string manifest(std::string_view from, std::string_view to) {
  std::string text = embedded("theme.yaml");
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string render(const Parsed& parsed, std::string_view name, const Value& view) {
  const Template* found = parsed.theme.find_template(name);
  REQUIRE(found != nullptr);
  std::string out;
  found->render(view, parsed.theme.texts("fr"), out);
  return out;
}

std::string compact_script(std::string_view script) {
  std::string out;
  append_compact_js(out, script);
  return out;
}

std::string compact(std::string_view css) {
  std::string out;
  append_compact_css(out, css);
  return out;
}

}  // namespace

TEST_SUITE("default theme") {
  TEST_CASE("nothing is wrong with it, and it has every template") {
    const Parsed parsed = parse();
    CHECK(parsed.problems() == "");
    CHECK(parsed.theme.name() == "default");
    for (const TemplateContract& contract : template_contracts()) {
      CAPTURE(contract.name);
      CHECK(parsed.theme.find_template(contract.name) != nullptr);
    }
    CHECK(parsed.theme.find_template("nothing") == nullptr);
  }

  TEST_CASE("every language has every word, and keeps its blanks") {
    const Parsed parsed = parse();
    for (const char* language : {"en", "fr", "de", "es", "it", "pt"}) {
      CAPTURE(language);
      const std::string own = embedded("locales/" + std::string(language) + ".yaml");
      for (const auto& entry : parsed.theme.texts("en").all()) {
        const std::string& key = entry.first;
        CAPTURE(key);
        CHECK(own.find("\n" + key + ": ") != std::string::npos);
      }
      CHECK(parsed.theme.text(language, "subpages_of").find("{title}") != std::string::npos);
      CHECK(parsed.theme.text(language, "tab").find("{number}") != std::string::npos);
    }
  }

  TEST_CASE("a page's styles and scripts stay below 46 kB, its shell below 6 kB") {
    const Parsed parsed = parse();
    REQUIRE(parsed.theme.files().size() > 2);
    CHECK(parsed.theme.files()[0].path == "_carnet/theme.css");
    CHECK(parsed.theme.files()[1].path == "_carnet/theme.js");
    CHECK(parsed.theme.files()[0].bytes.size() + parsed.theme.files()[1].bytes.size() < 46'000);
    const Value view = Value::object()
                           .set("has_outline", true)
                           .set("has_breadcrumbs", true)
                           .set("contents_url", "contents.html")
                           .set("next", Value::object().set("url", "b.html"));
    CHECK(render(parsed, "page", view).size() < 6'000);
  }

  TEST_CASE("a part has files of its own, which are not in those of every page") {
    const Parsed parsed = parse();
    const auto bytes_of = [&](std::string_view path) {
      for (const OutputFile& file : parsed.theme.files()) {
        if (file.path == path) return std::string_view(file.bytes);
      }
      return std::string_view();
    };
    CHECK(parsed.theme.parts().size() > 5);
    for (const Theme::Part& part : parsed.theme.parts()) {
      CAPTURE(part.css);
      CHECK(!part.names.empty());
      if (!part.css.empty()) CHECK(!bytes_of(part.css).empty());
      if (!part.js.empty()) CHECK(!bytes_of(part.js).empty());
    }
    CHECK(bytes_of("_carnet/parts/updates.css").find(".update") != std::string_view::npos);
    CHECK(bytes_of("_carnet/theme.css").find(".updates") == std::string_view::npos);
  }

  TEST_CASE("templates hold to the security policy of a page") {
    for (const EmbeddedFile& file : default_files()) {
      CAPTURE(file.path);
      if (!file.path.ends_with(".html")) continue;
      for (const char* forbidden : {" style=", "<style", " onclick", "javascript:", "//cdn"}) {
        CAPTURE(forbidden);
        CHECK(file.bytes.find(forbidden) == std::string_view::npos);
      }
    }
  }

  TEST_CASE("a page names its parts, and has one main") {
    const Parsed parsed = parse();
    const std::string page =
        render(parsed, "page",
               Value::object()
                   .set("language", "fr")
                   .set("title", "A & B")
                   .set("heading_html", "A &amp; B")
                   .set("title_visible", true)
                   .set("has_outline", true)
                   .set("has_breadcrumbs", true)
                   .set("has_actions", true)
                   .set("edit_url", "https://example.org/edit")
                   .set("root", "../")
                   .set("previous", Value::object().set("url", "a.html").set("title", "A"))
                   .set("next", Value::object().set("url", "b.html").set("title", "B"))
                   .set("content_html", "<p>Text</p>"));
    for (const char* part :
         {"toc", "outline", "breadcrumbs", "theme-switch", "page-actions", "previous", "next"}) {
      CAPTURE(part);
      CHECK(page.find("data-part=\"" + std::string(part) + "\"") != std::string::npos);
    }
    CHECK(page.find("<title>A &amp; B</title>") != std::string::npos);
    CHECK(page.find("<h1>A &amp; B</h1>") != std::string::npos);
    CHECK(page.find("href=\"../_carnet/theme.css\"") != std::string::npos);
    CHECK(page.find("Sur cette page") != std::string::npos);
    CHECK(page.find("<main") == page.rfind("<main"));
  }

  TEST_CASE("blocks carry their own names") {
    const Parsed parsed = parse();
    const std::string hint = render(parsed, "blocks/hint",
                                    Value::object()
                                        .set("style", "warning")
                                        .set("warning", true)
                                        .set("style_label", "Attention")
                                        .set("body", "<p>a</p>"));
    CHECK(hint.starts_with("<div class=\"hint\" role=\"note\" data-style=\"warning\">"));
    CHECK(hint.find("Attention") != std::string::npos);
    const std::string code = render(parsed, "blocks/code",
                                    Value::object().set("language", "c").set("code", "a &lt; b\n"));
    CHECK(code.find("<pre><code class=\"language-c\">a &lt; b\n</code></pre>") !=
          std::string::npos);
    CHECK(code.find("data-part=\"copy\"") != std::string::npos);
    const std::string broken = render(parsed, "blocks/content-ref",
                                      Value::object().set("broken", true).set("title", "Old"));
    CHECK(broken.find("href") == std::string::npos);
    CHECK(broken.find("Old") != std::string::npos);
  }
}

TEST_SUITE("theme") {
  TEST_CASE("a language falls back on the one it belongs to, then on the first") {
    const Parsed parsed = parse();
    CHECK(parsed.theme.text("fr", "on_this_page") == "Sur cette page");
    CHECK(parsed.theme.text("fr-CA", "on_this_page") == "Sur cette page");
    CHECK(parsed.theme.text("FR", "on_this_page") == "Sur cette page");
    CHECK(parsed.theme.text("ja", "on_this_page") == "On this page");
    CHECK(parsed.theme.text("", "on_this_page") == "On this page");
  }

  TEST_CASE("a word that a language lacks is that of the first") {
    const Parsed parsed = parse({{"locales/fr.yaml", "menu: Le menu\n"}});
    CHECK(parsed.problems() == "");
    CHECK(parsed.theme.text("fr", "menu") == "Le menu");
    CHECK(parsed.theme.text("fr", "on_this_page") == "On this page");
  }

  TEST_CASE("a file in the place of the theme's replaces it") {
    const Parsed parsed = parse({{"blocks/step.html", "<li>{{{body}}}!</li>"}});
    CHECK(parsed.problems() == "");
    CHECK(render(parsed, "blocks/step", Value::object().set("body", "x")) == "<li>x!</li>");
  }

  TEST_CASE("a name that a template does not have") {
    const Parsed parsed = parse({{"blocks/step.html", "{{{bdy}}}"}});
    CHECK(parsed.problems() ==
          "blocks/step.html: no name `bdy` for this template (did you mean `body`?)\n");
    CHECK(parsed.theme.find_template("blocks/step") == nullptr);
  }

  TEST_CASE("a word that the theme does not have") {
    const Parsed parsed = parse({{"blocks/step.html", "{{text.copid}}{{{body}}}"}});
    CHECK(parsed.problems() ==
          "blocks/step.html: no name `text.copid` for this template (did you mean "
          "`text.copied`?)\n");
  }

  TEST_CASE("a word that the generator asks for") {
    std::string english = embedded("locales/en.yaml");
    english.replace(english.find("\nhome: "), 7, "\nhouse: ");
    const Parsed parsed = parse({{"locales/en.yaml", english}});
    CHECK(parsed.problems().find("theme.yaml: the theme's first language has no text `home`\n") !=
          std::string::npos);
  }

  TEST_CASE("a word that only another language has") {
    const Parsed parsed = parse({{"locales/fr.yaml", "menuu: Menu\n"}});
    CHECK(parsed.problems() ==
          "locales/fr.yaml: no text `menuu` in the theme's first language (did you mean "
          "`menu`?)\n");
  }

  TEST_CASE("a word that is no text") {
    const Parsed parsed = parse({{"locales/fr.yaml", "menu: [a]\n"}});
    CHECK(parsed.problems() == "locales/fr.yaml: `menu` is a list (write a text)\n");
  }

  TEST_CASE("mistakes in theme.yaml are found where they are") {
    CHECK(parse({{"theme.yaml", manifest("- css/tokens.css", "- css/token.css")}}).problems() ==
          "theme.yaml: the theme has no file `css/token.css` (did you mean `css/tokens.css`?)\n");
    CHECK(parse({{"theme.yaml", manifest("\ncss:", "\nccs:")}}).problems() ==
          "theme.yaml: no key `ccs` in a theme (did you mean `css`?)\n");
    CHECK(parse({{"theme.yaml", manifest("for: [math]", "for: [maths]")}}).problems() ==
          "theme.yaml: no page has a `maths` (did you mean `math`?)\n");
    CHECK(parse({{"theme.yaml", manifest("for: [math]", "for: []")}}).problems() ==
          "theme.yaml: nothing says what the part `math` is for (write a list of templates below "
          "`for`)\n");
    CHECK(parse({{"theme.yaml", manifest("    css: [css/blocks/math", "    cs: [css/blocks/math")}})
              .problems() ==
          "theme.yaml: no key `cs` in a part of a theme (did you mean `css`?)\n");
    CHECK(parse({{"theme.yaml", manifest("  - blocks/step.html\n", "")}}).problems() ==
          "theme.yaml: the theme has no template `blocks/step.html` (name it in the list "
          "`templates`)\n");
    CHECK(parse({{"theme.yaml", manifest("blocks/step.html", "partials/head.html")}})
              .problems()
              .starts_with("theme.yaml: no template `partials/head` is ever asked for\n"));
  }

  TEST_CASE("a theme without theme.yaml is none") {
    Sources sources;
    Diagnostics diagnostics;
    const Theme theme = parse_theme({}, sources, diagnostics);
    CHECK(diagnostics.size() == 1);
    CHECK(theme.find_template("page") == nullptr);
    CHECK(theme.text("fr", "menu") == "menu");
  }
}

TEST_SUITE("compact_js") {
  TEST_CASE("comments, empty lines, indentation and space around signs are left out") {
    CHECK(compact_script("// a\n\n{\n  // b\n  let c = 1; // d\n}\n") == "{let c=1;}\n");
    CHECK(compact_script("if (a) return { b, c: (d) => [d, 1] }; //\n") ==
          "if(a)return{b,c:(d)=>[d,1]};\n");
    CHECK(compact_script("for (const a of [b]) c ||= typeof a;\n") ==
          "for(const a of[b])c||=typeof a;\n");
  }

  TEST_CASE("lines are joined where none of them ends a statement by itself") {
    CHECK(compact_script("a(\n  b,\n  c\n)\nif (d) {\n  e()\n}\n[f].g()\n") ==
          "a(b,c)\nif(d){e()}\n[f].g()\n");
    CHECK(compact_script("a\n  ? b\n  : c\n++d\n") == "a\n?b\n:c\n++d\n");
  }

  TEST_CASE("space that means something stays") {
    CHECK(compact_script("a + +b - -c;\n") == "a + +b - -c;\n");
    CHECK(compact_script("if (a < !--b) c();\n") == "if(a < !--b)c();\n");
    CHECK(compact_script("a = \"b , c\" in d;\n") == "a=\"b , c\" in d;\n");
    CHECK(compact_script("a = `b , c ${d + `{ e }`} ( f`;\n") == "a=`b , c ${d + `{ e }`} ( f`;\n");
    CHECK(compact_script("a = b ? / , / : c / d / e;\n") == "a=b?/ , /:c / d / e;\n");
    CHECK(compact_script("return / , \\/ // /.test(a);\n") == "return / , \\/ // /.test(a);\n");
    CHECK(compact_script("a.main / b; // c ' d\n") == "a.main / b;\n");
  }

  TEST_CASE("what only looks like a comment stays") {
    CHECK(compact_script("a = `\n  // b ${c({\n    d: `}`,\n  })}\n  // e\n`;\n") ==
          "a=`\n  // b ${c({d:`}`,})}\n  // e\n`;\n");
    CHECK(compact_script("/*\n  // a\n*/\n  b();\n") == "/*\n  // a\n*/\nb();\n");
    CHECK(compact_script("a = '`';\n  b();\n") == "a='`';b();\n");
    CHECK(compact_script("a = /[/`]`/;\n  b = 1 / 2;\n  c();\n") == "a=/[/`]`/;b=1 / 2;c();\n");
  }

  TEST_CASE("a script that is not understood is left alone") {
    for (const char* script : {"  a = 'b\n", "  a(`b\n", "  }\n", "  {\n", "  /* a\n"}) {
      CHECK(compact_script(script) == script);
    }
    CHECK(compact_script("") == "");
  }
}

TEST_SUITE("compact_css") {
  TEST_CASE("comments and white space that never counts are left out") {
    CHECK(compact("/* a */\na,\nb {\n  color: red;\n  margin: 0 1px;\n}\n") ==
          "a,b{color:red;margin:0 1px}\n");
  }

  TEST_CASE("white space that means something stays") {
    CHECK(compact("main :is(a, b) > i { width: calc(1px + 2px); }") ==
          "main :is(a,b)>i{width:calc(1px + 2px)}\n");
    CHECK(compact("@media (min-width: 1px) and (hover: hover) { a { b: c } }") ==
          "@media (min-width:1px) and (hover:hover){a{b:c}}\n");
    CHECK(compact("a /* b */ i{c:d}") == "a i{c:d}\n");
    CHECK(compact("a { b: 0.5em -0.25em; c: min(0.1px, 10.05px) 0; d: \"e 0.5 > f\" }") ==
          "a{b:.5em -.25em;c:min(.1px,10.05px) 0;d:\"e 0.5 > f\"}\n");
  }

  TEST_CASE("strings are left alone") {
    CHECK(compact("a::before { content: \" ; /* \\\" */  \"; }") ==
          "a::before{content:\" ; /* \\\" */  \"}\n");
  }

  TEST_CASE("a comment or a string without an end does no harm") {
    CHECK(compact("a{b:c} /* d") == "a{b:c}\n");
    CHECK(compact("a{b:\"c") == "a{b:\"c\n");
    CHECK(compact("") == "");
  }
}

}  // namespace carnet
