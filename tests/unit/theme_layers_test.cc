// What a book changes of a theme, seen from the book: carnet.yaml and files.

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "config/load_config.h"
#include "pipeline/load_theme.h"
#include "theme/contracts.h"

namespace carnet {
namespace {

struct Book {
  // Files that are no texts of a theme or a book are copied.
  Book(std::initializer_list<std::pair<std::string, std::string>> files) {
    SourceTree tree;
    for (const auto& [path, text] : files) {
      const bool is_text = path.ends_with(".html") || path.ends_with(".css") ||
                           path.ends_with(".js") || path.ends_with(".yaml");
      if (is_text) {
        tree.texts.push_back({path, sources.add(path, text)});
      } else {
        tree.assets.push_back({path, 1});
      }
    }
    std::ranges::sort(tree.texts, {}, &SourceFile::path);
    std::ranges::sort(tree.assets, {}, &AssetFile::path);
    const Config config = load_config(tree, sources, diagnostics);
    theme = load_theme(tree, config, sources, diagnostics);
  }

  std::string problems() const {
    std::string result;
    for (const Diagnostic& d : diagnostics.all()) {
      result += d.where.source == kNoSource ? "" : sources.path(d.where.source);
      result += ": " + d.message + (d.hint.empty() ? "" : " (" + d.hint + ")") + " [" +
                std::string(info(d.kind).code) + "]\n";
    }
    return result;
  }
  std::string bytes(std::string_view path) const {
    for (const OutputFile& file : theme.files()) {
      if (file.path == path) return file.copy_of.empty() ? file.bytes : "copy of " + file.copy_of;
    }
    return "none";
  }
  std::string step() const {
    std::string out;
    const Template* found = theme.find_template("blocks/step");
    if (found == nullptr) return "none";
    found->render(Value::object().set("body", "text"), theme.texts("fr"), out);
    return out;
  }

  Sources sources;
  Diagnostics diagnostics;
  Theme theme;
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_SUITE("the theme of a book") {
  TEST_CASE("a file takes the place of the one with its name") {
    const Book book{{"theme/blocks/step.html", "<li>{{{body}}}!</li>"},
                    {"theme/css/tokens.css", ":root{--mine:1}"},
                    {"theme/js/toc.js", "mine();"}};
    CHECK(book.problems() == "");
    CHECK(book.step() == "<li>text!</li>");
    CHECK(book.theme.style_sheet().starts_with(":root{--mine:1}\n"));
    CHECK(contains(book.bytes("_carnet/theme.js"), "mine();"));
  }
  TEST_CASE("a style sheet or a script more comes last, without a list") {
    const Book book{{"theme/css/b.css", "b{c:d}"},
                    {"theme/css/a.css", "a{c:d}"},
                    {"theme/js/site.js", "last();"}};
    CHECK(book.problems() == "");
    CHECK(book.theme.style_sheet().ends_with("a{c:d}\nb{c:d}\n"));
    CHECK(book.bytes("_carnet/theme.js").ends_with("last();\n"));
  }
  TEST_CASE("two words of a language leave the others as they are") {
    const Book book{{"theme/locales/fr.yaml", "menu: Plan\nhome: Début\n"}};
    CHECK(book.problems() == "");
    CHECK(book.theme.text("fr", "menu") == "Plan");
    CHECK(book.theme.text("fr", "on_this_page") == "Sur cette page");
  }
  TEST_CASE("a language that the theme does not have takes the rest from English") {
    const Book book{{"theme/locales/nl.yaml", "on_this_page: Op deze pagina\n"}};
    CHECK(book.problems() == "");
    CHECK(book.theme.text("nl", "on_this_page") == "Op deze pagina");
    CHECK(book.theme.text("nl", "menu") == "Menu");
  }
  TEST_CASE("a partial of its own can be used by a template of its own") {
    const Book book{{"theme/blocks/step.html", "{{> mine}}"},
                    {"theme/partials/mine.html", "<li>{{{body}}}</li>\n"}};
    CHECK(book.problems() == "");
    CHECK(contains(book.step(), "<li>text</li>"));
  }
  TEST_CASE("fonts and pictures of a style sheet are copied, and found from where it is") {
    const Book book{{"theme/css/site.css", "a{b:url(../fonts/a b.woff2?x#y) url('#z')}"},
                    {"theme/css/blocks/updates.css", "a{b:url(door.svg)}"},
                    {"theme/css/blocks/door.svg", ""},
                    {"theme/fonts/a b.woff2", ""},
                    {"theme/fonts/unused.woff2", ""}};
    CHECK(book.problems() == "");
    CHECK(book.theme.style_sheet().ends_with("a{b:url(theme/fonts/a%20b.woff2?x#y) url('#z')}\n"));
    CHECK(book.bytes("_carnet/parts/updates.css") == "a{b:url(../theme/css/blocks/door.svg)}\n");
    CHECK(book.bytes("_carnet/theme/fonts/a b.woff2") == "copy of theme/fonts/a b.woff2");
    CHECK(book.bytes("_carnet/theme/css/blocks/door.svg") == "copy of theme/css/blocks/door.svg");
    CHECK(book.bytes("_carnet/theme/fonts/unused.woff2") == "none");
  }
  TEST_CASE("a picture that a template names is copied") {
    const Book book{{"theme/blocks/step.html", "<img src=\"_carnet/theme/door.svg\">{{{body}}}"},
                    {"theme/door.svg", ""}};
    CHECK(book.problems() == "");
    CHECK(book.bytes("_carnet/theme/door.svg") == "copy of theme/door.svg");
  }
  TEST_CASE("what a style sheet cannot load is said") {
    CHECK(Book{{"theme/css/a.css", "a{b:url(dor.svg)}"}, {"theme/css/door.svg", ""}}.problems() ==
          "theme/css/a.css: the theme has no file `css/dor.svg` (did you mean `css/door.svg`?) "
          "[invalid-theme]\n");
    CHECK(contains(Book{{"theme/css/a.css", "@import url(https://fonts.example/a)"}}.problems(),
                   "`@import` has no effect"));
    CHECK(contains(Book{{"theme/css/a.css", "a{b:url(//fonts.example/a)}"}}.problems(),
                   "a page loads nothing from `fonts.example`"));
    CHECK(contains(Book{{"theme/css/a.css", "a{b:url(../../x.svg)}"}}.problems(),
                   "`../../x.svg` leads out of the theme"));
    CHECK(Book{{"theme/css/a.css", "a{b:url(data:image/png;base64,x)}"}}.problems() == "");
  }
  TEST_CASE("what changes nothing is said") {
    CHECK(Book{{"theme/partials/foter.html", "x"}}.problems() ==
          "theme/partials/foter.html: nothing in the theme uses this file (did you mean "
          "`partials/footer.html`?) [unused-theme-file]\n");
    CHECK(Book{{"theme/footer.html", "x"}}.problems() ==
          "theme/footer.html: nothing in the theme uses this file (did you mean "
          "`theme/partials/footer.html`?) [unused-theme-file]\n");
    CHECK(contains(Book{{"theme/partials/my-own.html", "x"}}.problems(),
                   "write `{{> my-own}}` where it belongs"));
    CHECK(contains(Book{{"theme/blocks/nothing-like-it.html", "x"}}.problems(),
                   "carnet has no block of this name"));
  }
  TEST_CASE("other files in a folder of this name are the book's own") {
    CHECK(Book{{"theme/demo.html", "x"}, {"theme/example.yaml", "a: b"}, {"theme/x.png", ""}}
              .problems() == "");
  }

  TEST_CASE("a folder without theme.yaml changes the default theme") {
    const Book book{{"carnet.yaml", "theme: brand\n"},
                    {"brand/blocks/step.html", "<li>brand</li>"},
                    {"brand/css/site.css", "a{b:url(x.svg)}"},
                    {"brand/css/x.svg", ""}};
    CHECK(book.problems() == "");
    CHECK(book.step() == "<li>brand</li>");
    CHECK(book.bytes("_carnet/theme/css/x.svg") == "copy of brand/css/x.svg");
  }
  TEST_CASE("a theme that extends another says what it changes") {
    const Book book{{"carnet.yaml", "theme: themes/brand/\n"},
                    {"theme/blocks/step.html", "<li>book</li>"},
                    {"themes/brand/blocks/step.html", "<li>brand</li>"},
                    {"themes/brand/theme.yaml", "name: brand\nextends: default\njs: []\n"}};
    CHECK(book.problems() == "");
    CHECK(book.theme.name() == "brand");
    CHECK(book.step() == "<li>book</li>");
    CHECK(book.bytes("_carnet/theme.js") == "");
    CHECK(book.theme.style_sheet().size() > 10'000);
    CHECK(book.theme.text("fr", "on_this_page") == "Sur cette page");
  }
  TEST_CASE("a theme that extends nothing has to have everything") {
    const Book book{{"carnet.yaml", "theme: brand\n"}, {"brand/theme.yaml", "name: brand\n"}};
    CHECK(contains(book.problems(),
                   "brand/theme.yaml: the theme has no template `404.html` (copy one with `carnet "
                   "theme eject`, or write `extends: default`) [invalid-theme]\n"));
  }
  TEST_CASE("an old theme.yaml takes new templates from the theme below") {
    const Book book{{"theme/theme.yaml",
                     "name: old\ntemplates: []\npartials: []\ncss: [css/tokens.css]\njs: []\n"
                     "parts: {}\nlocales: [locales/en.yaml]\n"}};
    CHECK(book.problems() == "");
    for (const TemplateContract& contract : template_contracts()) {
      CHECK(book.theme.find_template(contract.name) != nullptr);
    }
  }
  TEST_CASE("an old template that asks for a name that is gone") {
    CHECK(Book{{"theme/blocks/step.html", "{{old_name}}"}}.problems() ==
          "theme/blocks/step.html: no name `old_name` for this template [invalid-theme]\n");
  }
  TEST_CASE("a theme that is not there") {
    CHECK(Book{{"carnet.yaml", "theme: defualt\n"}}.problems() ==
          "carnet.yaml: no theme `defualt`, and no folder of this name in the book (did you mean "
          "`default`?) [invalid-config]\n");
    CHECK(contains(Book{{"carnet.yaml", "theme: brand\n"}}.problems(), "carnet brings "));
    CHECK(
        contains(Book{{"carnet.yaml", "theme: brand\n"}, {"brand/theme.yaml", "extends: defualt\n"}}
                     .problems(),
                 "brand/theme.yaml: carnet brings no theme `defualt` along (did you mean "
                 "`default`?) [invalid-theme]\n"));
  }
}

// The text of a theme's file, its own or that of the theme below.
std::string file_of(std::string_view theme, std::string_view path) {
  std::string text;
  for (const EmbeddedTheme& layer : embedded_layers(theme)) {
    for (const EmbeddedFile& file : layer.files) {
      if (file.path == path) text = file.bytes;
    }
  }
  return text;
}

// What scripts, tests and other themes find things by: classes as `class="hint`, and names
// of `data-` attributes.
std::vector<std::string> hooks_of(const std::string& html) {
  std::vector<std::string> hooks;
  for (const std::string_view mark : {" data-", "class=\""}) {
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
      const std::size_t end = html.find_first_of(" =>{}\"", at + mark.size());
      hooks.push_back(html.substr(at, end - at));
    }
  }
  return hooks;
}

TEST_SUITE("the themes that carnet brings along") {
  TEST_CASE("nothing is wrong with them, and what every page loads is not much") {
    for (const EmbeddedTheme& theme : embedded_themes()) {
      CAPTURE(theme.name);
      const Book book{{"carnet.yaml", "theme: " + std::string(theme.name) + "\n"}};
      CHECK(book.problems() == "");
      CHECK(book.theme.name() == theme.name);
      CHECK(book.bytes("_carnet/theme.css").size() + book.bytes("_carnet/theme.js").size() <
            60'000);
    }
  }
  TEST_CASE("they have the same parts") {
    for (const EmbeddedTheme& theme : embedded_themes()) {
      CAPTURE(theme.name);
      const Book book{{"carnet.yaml", "theme: " + std::string(theme.name) + "\n"}};
      Value view = Value::object();
      for (const char* name : {"has_outline", "has_breadcrumbs", "has_actions", "has_toc"}) {
        view.set(name, true);
      }
      view.set("previous", Value::object().set("url", "a.html"));
      view.set("next", Value::object().set("url", "b.html"));
      std::string page;
      REQUIRE(book.theme.find_template("page") != nullptr);
      book.theme.find_template("page")->render(view, book.theme.texts("en"), page);
      for (const char* part :
           {"toc", "outline", "breadcrumbs", "theme-switch", "page-actions", "previous", "next"}) {
        CAPTURE(part);
        const std::string hook = "data-part=\"" + std::string(part) + "\"";
        CHECK(contains(page, hook));
      }
    }
  }
  TEST_CASE("their blocks have the same classes and attributes") {
    for (const EmbeddedTheme& theme : embedded_themes()) {
      for (const TemplateContract& contract : template_contracts()) {
        if (!contract.name.starts_with("blocks/")) continue;
        const std::string path = std::string(contract.name) + ".html";
        CAPTURE(theme.name);
        CAPTURE(path);
        const std::string own = file_of(theme.name, path);
        for (const std::string& hook : hooks_of(file_of("default", path))) {
          CAPTURE(hook);
          // Which pictures there are is the theme's affair.
          if (hook != "class=\"icon") CHECK(contains(own, hook));
        }
      }
    }
  }
}

}  // namespace
}  // namespace carnet
