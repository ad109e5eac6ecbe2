#include "theme/template.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "theme/scan_template.h"

namespace carnet {
namespace {

// A template and its partials, as in a theme's folder.
struct Folder {
  explicit Folder(std::string page) { source = sources.add("page.html", std::move(page)); }

  Folder& partial(const std::string& name, std::string text) {
    partials.emplace(name, sources.add("partials/" + name + ".html", std::move(text)));
    return *this;
  }

  ScannedTemplate scan() {
    return scan_template(source, partials,
                         {"title", "body", "next.url", "next.title", "wide", "text.next"}, sources,
                         diagnostics);
  }

  Sources sources;
  Partials partials;
  SourceId source{};
  Diagnostics diagnostics;
};

Texts french() {
  Texts texts;
  texts.set("next", "Page suivante");
  return texts;
}

// What a page becomes. Requires that nothing is wrong with it.
std::string render(Folder& folder, const Value& view) {
  const ScannedTemplate scanned = folder.scan();
  REQUIRE(folder.diagnostics.empty());
  std::string out;
  Template(scanned).render(view, french(), out);
  return out;
}

std::string render(std::string page, const Value& view) {
  Folder folder(std::move(page));
  return render(folder, view);
}

// "line:column of the text: message (hint)" of each problem, one a line.
std::string problems(Folder& folder) {
  const ScannedTemplate scanned = folder.scan();
  CHECK(scanned.valid == folder.diagnostics.empty());
  std::string result;
  for (const Diagnostic& d : folder.diagnostics.all()) {
    CHECK(d.kind == DiagnosticKind::InvalidTheme);
    result += std::string(folder.sources.path(d.where.source)) + " `" +
              std::string(folder.sources.text(d.where)) + "`: " + d.message;
    if (!d.hint.empty()) result += " (" + d.hint + ")";
    result += "\n";
  }
  return result;
}

std::string problems(std::string page) {
  Folder folder(std::move(page));
  return problems(folder);
}

}  // namespace

TEST_SUITE("template") {
  TEST_CASE("two braces escape, three do not") {
    const Value view = Value::object().set("title", R"(a & <b> "c" 'd')").set("body", "<p>é</p>");
    CHECK(render("{{title}}|{{{body}}}|{{&body}}", view) ==
          "a &amp; &lt;b&gt; &quot;c&quot; &apos;d&apos;|<p>é</p>|<p>é</p>");
  }

  TEST_CASE("a section shows what is there") {
    const std::string page = "{{#title}}[{{title}}]{{/title}}{{^title}}none{{/title}}";
    CHECK(render(page, Value::object().set("title", "A")) == "[A]");
    CHECK(render(page, Value::object()) == "none");
  }

  TEST_CASE("an empty text and a lowered flag are not there") {
    CHECK(render("{{#title}}no{{/title}}{{#wide}}no{{/wide}}",
                 Value::object().set("title", "").set("wide", false)) == "");
    CHECK(render("{{#wide}}yes{{/wide}}", Value::object().set("wide", true)) == "yes");
  }

  TEST_CASE("a section leads into an object, or to each item of a list") {
    const Value next = Value::object().set("url", "b.html").set("title", "B");
    CHECK(render("{{#next}}{{url}} {{title}}{{/next}}", Value::object().set("next", next)) ==
          "b.html B");
    CHECK(render("{{next.url}}", Value::object().set("next", next)) == "b.html");
    CHECK(render("{{#next}}{{title}},{{/next}}",
                 Value::object().set("next", Value(Value::List{next, next}))) == "B,B,");
  }

  TEST_CASE("a line with nothing but a section's tag leaves no empty line") {
    CHECK(render("a\n{{#wide}}\nb\n{{/wide}}\nc\n", Value::object().set("wide", true)) ==
          "a\nb\nc\n");
    CHECK(render("a\n{{#wide}}\nb\n{{/wide}}\nc\n", Value::object()) == "a\nc\n");
    CHECK(render("  {{#wide}}  \nb\n{{/wide}}", Value::object()) == "");
    CHECK(render("{{^wide}}\n  b\n{{/wide}}\n", Value::object()) == "  b\n");
    CHECK(render("a {{^wide}}\nb {{/wide}}\nc", Value::object()) == "a \nb \nc");
  }

  TEST_CASE("words of the interface come from their language") {
    CHECK(render("{{text.next}}", Value::object()) == "Page suivante");
    CHECK(render("{{#next}}{{text.next}} {{url}}{{/next}}",
                 Value::object().set("next", Value::object().set("url", "u"))) ==
          "Page suivante u");
  }

  TEST_CASE("partials are part of the text") {
    Folder folder("<{{> head}}>\n{{#next}}{{> link}}{{/next}}");
    folder.partial("head", "{{title}}\n").partial("link", "{{url}}{{! not seen }}");
    CHECK(render(folder,
                 Value::object().set("title", "T").set("next", Value::object().set("url", "u"))) ==
          "<T>\nu");
  }

  TEST_CASE("a partial on a line of its own brings its own lines, even none") {
    Folder folder("a\n{{> empty}}\n{{> two}}\nb\n");
    folder.partial("empty", "{{#wide}}\nx\n{{/wide}}\n").partial("two", "1\n2\n");
    CHECK(render(folder, Value::object()) == "a\n1\n2\nb\n");
  }

  TEST_CASE("values are never taken for templates") {
    CHECK(render("{{{body}}}", Value::object().set("body", "{{title}} {{{x}}} {{> y}}")) ==
          "{{title}} {{{x}}} {{> y}}");
  }

  TEST_CASE("threads share a template") {
    Folder folder("{{#next}}{{url}}{{/next}}{{^wide}}{{title}}{{/wide}}{{text.next}}");
    const Template page(folder.scan());
    const Texts texts = french();
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < wrong.size(); ++t) {
      threads.emplace_back([&, t] {
        const std::string name = "thread " + std::to_string(t);
        std::string expected = name;
        expected.append("!").append(name).append("Page suivante");
        const Value view =
            Value::object().set("title", name).set("next", Value::object().set("url", name + "!"));
        for (int i = 0; i < 500; ++i) {
          std::string out;
          page.render(view, texts, out);
          wrong[t] += out != expected ? 1 : 0;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(wrong == std::vector<int>(4, 0));
  }
}

TEST_SUITE("scan_template") {
  TEST_CASE("an unknown name is reported where it is written") {
    CHECK(problems("<h1>{{titel}}</h1>") ==
          "page.html `{{titel}}`: no name `titel` for this template (did you mean `title`?)\n");
    CHECK(problems("{{{contents_of_everything}}}") ==
          "page.html `{{{contents_of_everything}}}`: no name `contents_of_everything` for this "
          "template\n");
    CHECK(problems("{{}}") == "page.html `{{}}`: no name `` for this template\n");
  }

  TEST_CASE("a name of an object is known inside of its section only") {
    CHECK(problems("{{#next}}{{url}}{{/next}}") == "");
    CHECK(problems("{{#next}}{{> link}}{{/next}}") ==
          "page.html `{{> link}}`: no partial `link`\n");
    CHECK(problems("{{url}}") == "page.html `{{url}}`: no name `url` for this template\n");
  }

  TEST_CASE("a mistake in a partial is reported in the partial") {
    Folder folder("{{> head}}");
    folder.partial("head", "{{titl}}");
    CHECK(problems(folder) ==
          "partials/head.html `{{titl}}`: no name `titl` for this template (did you mean "
          "`title`?)\n");
  }

  TEST_CASE("sections have to be closed, in order, in their own file") {
    CHECK(problems("{{#wide}}x") ==
          "page.html `{{#wide}}`: section `wide` is never closed (close it with `{{/wide}}` in "
          "the same file)\n");
    CHECK(problems("x{{/wide}}") == "page.html `{{/wide}}`: section `wide` is not open here\n");
    CHECK(problems("{{#wide}}{{#title}}{{/wide}}{{/title}}{{/wide}}") ==
          "page.html `{{/wide}}`: section `wide` is not open here (the section to close is "
          "`title`)\n");
    Folder folder("{{#wide}}{{> end}}");
    folder.partial("end", "{{/wide}}");
    CHECK(problems(folder) ==
          "partials/end.html `{{/wide}}`: section `wide` is not open here\n"
          "page.html `{{#wide}}`: section `wide` is never closed (close it with `{{/wide}}` in "
          "the same file)\n");
  }

  TEST_CASE("a tag without an end") {
    CHECK(problems("a {{title") ==
          "page.html `{{`: the tag is never closed (close it with `}}`)\n");
    CHECK(problems("{{{body}}") ==
          "page.html `{{{`: the tag is never closed (close it with `}}}`)\n");
  }

  TEST_CASE("an unknown partial") {
    Folder folder("{{> haed}}");
    folder.partial("head", "");
    CHECK(problems(folder) == "page.html `{{> haed}}`: no partial `haed` (did you mean `head`?)\n");
  }

  TEST_CASE("a partial that includes itself, or another that includes it") {
    Folder folder("{{> a}}");
    folder.partial("a", "{{> b}}").partial("b", "{{> a}}");
    CHECK(problems(folder) == "partials/b.html `{{> a}}`: partial `a` includes itself\n");
  }

  TEST_CASE("partials that multiply have a limit") {
    Folder folder("{{> p0}}");
    for (int i = 0; i < 40; ++i) {
      const std::string next = "{{> p" + std::to_string(i + 1) + "}}";
      folder.partial("p" + std::to_string(i), next + next);
    }
    folder.partial("p40", "x");
    const ScannedTemplate scanned = folder.scan();
    CHECK(!scanned.valid);
    CHECK(folder.diagnostics.size() == 1);
  }

  TEST_CASE("other delimiters are not for themes") {
    CHECK(problems("{{=<% %>=}}") ==
          "page.html `{{=<% %>=}}`: no name `=<% %>=` for this template\n");
  }
}

}  // namespace carnet
