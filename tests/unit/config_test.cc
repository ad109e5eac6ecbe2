#include "config/config.h"

#include <doctest/doctest.h>

#include <string>

#include "loaded_config.h"

namespace carnet {
namespace {

LoadedConfig load(const std::string& yaml) {
  return load_book({{"carnet.yaml", yaml},
                    {"README.md", ""},
                    {"head.html", ""},
                    {"pictures/Logo.png", ""},
                    {"pictures/x.png", ""}});
}

Config check(const std::string& yaml) {
  LoadedConfig loaded = load(yaml);
  CAPTURE(yaml);
  CHECK(loaded.problems() == "");
  return loaded.config;
}

void check_problem(const std::string& yaml, const std::string& expected) {
  const LoadedConfig loaded = load(yaml);
  CAPTURE(yaml);
  CHECK(loaded.problems() == expected);
}

TEST_SUITE("config") {
  TEST_CASE("a book without any configuration has one") {
    const LoadedConfig loaded = load_book({{"README.md", ""}});
    CHECK(loaded.problems() == "");
    CHECK(!loaded.config.title.is_written());
    CHECK(loaded.config.theme.value == "default");
    CHECK(loaded.config.urls == Config::Urls::File);
    CHECK(loaded.config.orphans.value == Config::Orphans::Build);
    CHECK(loaded.config.html == Config::HtmlTrust::Safe);
    CHECK(loaded.config.history);
    CHECK(loaded.config.embeds.size() > 5);
    CHECK(!loaded.config.is_excluded("README.md"));
  }

  TEST_CASE("every key") {
    const Config config = check(
        "title: L'été\ndescription: d\nauthor: a\nlogo: ./pictures/x.png\n"
        "logo_dark: /pictures/Logo.png\nfavicon: pictures/x.png\nlanguage: pt-BR\n"
        "url: https://example.org/docs/\nsource_url: https://example.org/repo\n"
        "edit_url: https://example.org/edit/{path}\nurls: directory\ntitles: summary\n"
        "orphans: skip\nexclude: [drafts/, \"*.txt\"]\nassets: all\nimages: {remote: load}\n"
        "embeds: [Example.org]\nhtml: trusted\ntheme: theme/mine\n"
        "colors:\n  primary: \"#1f4b9b\"\n  info: {light: \"#abc\", dark: \"#ABCDEF80\"}\n"
        "footer: {text: Text, links: {A: a.md, B: {C: c.md, D: d.md}}}\n"
        "banner: {text: Text, style: warning}\nhead: head.html\nfeedback_url: https://example.org\n"
        "links: [{title: A, url: a}]\nvariables: {v: 1}\nclaims: {c: true}\nopenapi: {o: "
        "README.md}\n"
        "spaces: {s: x}\nredirects: {old: new.md}\ncheck: {broken-link: off, orphan-page: "
        "warning}\n"
        "history: false\nsearch: false\ntypography: off\nlimits: {x: 1}\n");
    CHECK(config.title.value == "L'été");
    CHECK(config.description.value == "d");
    CHECK(config.author.value == "a");
    CHECK(config.logo.value == "pictures/x.png");
    CHECK(config.logo_dark.value == "pictures/Logo.png");
    CHECK(config.favicon.value == "pictures/x.png");
    CHECK(config.language.value == "pt-BR");
    CHECK(config.url.value == "https://example.org/docs");
    CHECK(config.source_url.value == "https://example.org/repo");
    CHECK(config.edit_url.value == "https://example.org/edit/{path}");
    CHECK(config.urls == Config::Urls::Directory);
    CHECK(config.titles == Config::Titles::Summary);
    CHECK(config.orphans.value == Config::Orphans::Skip);
    CHECK(config.is_excluded("drafts/a.md"));
    CHECK(config.is_excluded("a/b.txt"));
    CHECK(config.assets == Config::Assets::All);
    CHECK(config.remote_images == Config::RemoteImages::Load);
    CHECK(config.embeds == std::vector<std::string>{"example.org"});
    CHECK(config.html == Config::HtmlTrust::Trusted);
    CHECK(config.theme.value == "theme/mine");
    REQUIRE(config.colors.size() == 2);
    CHECK(config.colors[0].name == "primary");
    CHECK(config.colors[0].light.value == "#1f4b9b");
    CHECK(config.colors[0].dark.value == "");
    CHECK(config.colors[1].light.value == "#abc");
    CHECK(config.colors[1].dark.value == "#ABCDEF80");
    CHECK(config.footer.text.value == "Text");
    REQUIRE(config.footer.links.size() == 2);
    CHECK(config.footer.links[0].title.value == "A");
    CHECK(config.footer.links[0].url.value == "a.md");
    CHECK(config.footer.links[1].links.size() == 2);
    CHECK(config.banner.text.value == "Text");
    CHECK(config.banner.style == "warning");
    CHECK(config.head.value == "head.html");
    CHECK(config.feedback_url.value == "https://example.org");
    REQUIRE(config.links.size() == 1);
    CHECK(config.links[0].title.value == "A");
    CHECK(config.variables.find("v")->text == "1");
    CHECK(config.claims.find("c")->as_bool() == true);
    REQUIRE(config.openapi.size() == 1);
    CHECK(config.openapi[0].name == "o");
    CHECK(config.spaces.find("s"));
    REQUIRE(config.redirects.size() == 1);
    CHECK(config.redirects[0].to.value == "new.md");
    CHECK(config.severities[DiagnosticKind::BrokenLink] == Severity::Off);
    CHECK(config.severities[DiagnosticKind::OrphanPage] == Severity::Warning);
    CHECK(!config.history);
    CHECK(!config.search);
    CHECK(config.typography == Config::Typography::Off);
    CHECK(config.limits.find("x"));
  }

  TEST_CASE("a key without a value says nothing") {
    check("title:\nurl: # later\ncolors:\ncheck:\nexclude:\nhistory:\nurls:\nlinks:\nfooter:\n");
  }

  TEST_CASE("unknown keys") {
    check_problem("titel: x\n",
                  "carnet.yaml:1:1: unknown key `titel` (titel) [invalid-config]; did you mean "
                  "`title`?");
    check_problem("été: x\n", "carnet.yaml:1:1: unknown key `été` (été) [invalid-config]");
    check_problem("root: docs\n",
                  "carnet.yaml:1:1: `root` is no key of carnet.yaml (root) [invalid-config]; write "
                  "it into `.gitbook.yaml`");
    check_problem("images.remote: load\n",
                  "carnet.yaml:1:1: unknown key `images.remote` (images.remote) [invalid-config]; "
                  "write `remote:` below `images:`, indented");
    check_problem("images: {remotes: load, size: 3}\n",
                  "carnet.yaml:1:10: unknown key `remotes` (remotes) [invalid-config]; did you "
                  "mean `remote`?\n"
                  "carnet.yaml:1:25: unknown key `size` (size) [invalid-config]; known: `remote`");
  }

  TEST_CASE("wrong types") {
    check_problem("title: [a]\n",
                  "carnet.yaml:1:8: `title` is a list, not a text ([a]) [invalid-config]");
    check_problem("urls: folder\n",
                  "carnet.yaml:1:7: `urls` is the text `folder`, not `file` or `directory` "
                  "(folder) [invalid-config]");
    check_problem("orphans: true\n",
                  "carnet.yaml:1:10: `orphans` is `true`, not `build`, `skip` or `error` (true) "
                  "[invalid-config]");
    check_problem("history: yes\n",
                  "carnet.yaml:1:10: `history` is the text `yes`, not `true` or `false` (yes) "
                  "[invalid-config]; write `history: true`");
    check_problem("exclude: drafts/**\n",
                  "carnet.yaml:1:10: `exclude` is the text `drafts/**`, not a list (drafts/**) "
                  "[invalid-config]; write it as a list: `exclude: [\"drafts/**\"]`");
    check_problem("redirects:\n  - a\n",
                  "carnet.yaml:2:3: `redirects` is a list, not a map (- a) [invalid-config]; write "
                  "lines of `name: value` below it, indented");
    check_problem("variables: {a: [b]}\n",
                  "carnet.yaml:1:16: `a` is a list, not a text ([b]) [invalid-config]");
    check_problem("footer: [a]\nlinks: b\n",
                  "carnet.yaml:1:9: `footer` is a list, not a text or a map ([a]) "
                  "[invalid-config]\n"
                  "carnet.yaml:2:8: `links` is the text `b`, not a list or a map (b) "
                  "[invalid-config]; write lines of `Words: page.md` below it, indented");
    check_problem("just text\n",
                  "carnet.yaml:1:1: this file is the text `just text`, not lines of `key: value` "
                  "(just text) [invalid-config]");
  }

  TEST_CASE("what stands around pages") {
    check_problem(
        "links:\n  - a\n  - {title: A}\n  - {url: a.md}\n  - {title: A, href: b.md}\n  - A: b.md\n",
        "carnet.yaml:2:5: `links` is the text `a`, not a link (a) [invalid-config]; write it as "
        "`{title: Words, url: page.md}`\n"
        "carnet.yaml:3:5: this link has no `url` ({title: A}) [invalid-config]; write the path of "
        "a "
        "page, or an address on the web\n"
        "carnet.yaml:4:5: this link has no `title` ({url: a.md}) [invalid-config]; write the words "
        "that readers see\n"
        "carnet.yaml:5:16: unknown key `href` (href) [invalid-config]; known: `icon`, `links`, "
        "`title`, `url`\n"
        "carnet.yaml:5:5: this link has no `url` ({title: A, href: b.md}) [invalid-config]; write "
        "the path of a page, or an address on the web");
    check_problem(
        "links: {A: {B: b.md}}\nfooter: {txt: a}\nbanner: {text: a, style: red}\n",
        "carnet.yaml:1:12: links in groups are for `footer` only, one level deep ({B: "
        "b.md}) [invalid-config]; write each link in a line of its own\n"
        "carnet.yaml:2:10: unknown key `txt` (txt) [invalid-config]; did you mean `text`?\n"
        "carnet.yaml:3:26: `style` is the text `red`, not `info`, `success`, `warning` or "
        "`danger` (red) [invalid-config]");
    check_problem("feedback_url: team@example.org\n",
                  "carnet.yaml:1:15: `feedback_url` is no address (team@example.org) "
                  "[invalid-config]; write `https://…` or `mailto:…`, with `{path}` and `{title}` "
                  "where those of the page belong");
  }

  TEST_CASE("addresses") {
    check_problem("url: example.org\n",
                  "carnet.yaml:1:6: `url` is no web address (example.org) [invalid-config]; write "
                  "all of it, as `https://example.org/docs`");
    check_problem("source_url: ftp://example.org\n",
                  "carnet.yaml:1:13: `source_url` is no web address (ftp://example.org) "
                  "[invalid-config]; write all of it, as `https://example.org/docs`");
    check_problem("url: javascript:alert(1)\n",
                  "carnet.yaml:1:6: `url` is no web address (javascript:alert(1)) "
                  "[invalid-config]; write all of it, as `https://example.org/docs`");
    check_problem("edit_url: https://example.org/edit\n",
                  "carnet.yaml:1:11: `edit_url` without `{path}` (https://example.org/edit) "
                  "[invalid-config]; write `{path}` where the path of the page belongs");
    check_problem("embeds: [https://example.org/x, \"a b\"]\n",
                  "carnet.yaml:1:10: `https://example.org/x` is no name of a host "
                  "(https://example.org/x) [invalid-config]; write `example.org`\n"
                  "carnet.yaml:1:33: `a b` is no name of a host (\"a b\") [invalid-config]; write "
                  "`example.org`");
  }

  TEST_CASE("paths stay in the book, and exist") {
    check_problem("logo: ../x.png\n",
                  "carnet.yaml:1:7: `../x.png` leads out of the book (../x.png) [invalid-config]; "
                  "copy the file into the book");
    check_problem("logo: pictures/logo.png\n",
                  "carnet.yaml:1:7: no file `pictures/logo.png` (pictures/logo.png) "
                  "[invalid-config]; did you mean `pictures/Logo.png`?");
    check_problem("favicon: x.ico\n",
                  "carnet.yaml:1:10: no file `x.ico` (x.ico) [invalid-config]; write a path from "
                  "the folder of this file");
    check_problem("theme: ../theme\n",
                  "carnet.yaml:1:8: `../theme` leads out of the book (../theme) [invalid-config]; "
                  "copy the theme into the book");
  }

  TEST_CASE("languages") {
    check("language: fr\n");
    check("language: zh-Hans-CN\n");
    check_problem("language: fr_FR\n",
                  "carnet.yaml:1:11: `fr_FR` is no language (fr_FR) [invalid-config]; did you mean "
                  "`fr-FR`?");
    check_problem("language: français\n",
                  "carnet.yaml:1:11: `français` is no language (français) [invalid-config]; write "
                  "a short name such as `fr` or `pt-BR`");
  }

  TEST_CASE("colours") {
    check_problem("colors: {primary: blue}\n",
                  "carnet.yaml:1:19: `blue` is no colour (blue) [invalid-config]; write it as "
                  "`\"#1f4b9b\"`, between quotes");
    check_problem("colors:\n  primary: #1f4b9b\n",
                  "carnet.yaml:2:12: `#` begins a comment, so `primary` is nothing (#1f4b9b) "
                  "[invalid-config]; put the text between quotes: `primary: \"#1f4b9b\"`");
    check_problem("colors: {primery: \"#fff\"}\n",
                  "carnet.yaml:1:10: unknown colour `primery` (primery) [invalid-config]; did you "
                  "mean `primary`?");
    check_problem("colors: {info: {morning: \"#fff\"}}\n",
                  "carnet.yaml:1:17: unknown key `morning` (morning) [invalid-config]; known: "
                  "`light`, `dark`");
  }

  TEST_CASE("severities") {
    check_problem("check: {broken-links: off}\n",
                  "carnet.yaml:1:9: unknown code `broken-links` (broken-links) [invalid-config]; "
                  "did you mean `broken-link`?");
    check_problem("check: {broken-link: error}\n",
                  "carnet.yaml:1:22: `broken-link` is the text `error`, not `off`, `notice` or "
                  "`warning` (error) [invalid-config]");
    check_problem("check: {no-pages: off}\n",
                  "carnet.yaml:1:9: `no-pages` is an error, and stays one (no-pages) "
                  "[invalid-config]; remove this line, and the cause of the error");
    check_problem("check: {nonsense: off}\n",
                  "carnet.yaml:1:9: unknown code `nonsense` (nonsense) [invalid-config]");
  }

  TEST_CASE("mistakes of YAML are errors at their place") {
    check_problem("title: Été: le retour\n",
                  "carnet.yaml:1:11: a second `:` in one line (:) [invalid-config]; put the text "
                  "between quotes: `title: \"Été: le retour\"`");
    check_problem("title: a\ntitle: b\n",
                  "carnet.yaml:2:1: the key `title` is there twice (title) [invalid-config]; only "
                  "this one counts; remove the other");
  }

  TEST_CASE("the other spelling of the name is an error, not ignored") {
    const LoadedConfig loaded = load_book({{"carnet.yml", "title: a\n"}});
    CHECK(loaded.problems() ==
          "carnet.yml:1:1: carnet does not read `carnet.yml` () [invalid-config]; name it "
          "`carnet.yaml`");
  }

  TEST_CASE(".bookignore counts in the folder of the book and in its root") {
    const LoadedConfig loaded = load_book({{".bookignore", "# no\n*.sh\n"},
                                           {".gitbook.yaml", "root: docs\n"},
                                           {"docs/.bookignore", "/drafts\n"},
                                           {"docs/README.md", ""}});
    CHECK(loaded.problems() == "");
    CHECK(loaded.config.is_excluded("docs/x.sh"));
    CHECK(loaded.config.is_excluded("docs/drafts/a.md"));
    CHECK(!loaded.config.is_excluded("drafts/a.md"));
    CHECK(!loaded.config.is_excluded("docs/no"));
  }

  TEST_CASE("a .bookignore without end is cut") {
    const LoadedConfig loaded =
        load_book({{".bookignore", "a\n" + std::string(20'000, 'x') + "\nb\n"}});
    CHECK(loaded.diagnostics.size() == 1);
    CHECK(loaded.diagnostics.all()[0].kind == DiagnosticKind::LimitReached);
    CHECK(loaded.config.is_excluded("a"));
    CHECK(!loaded.config.is_excluded("b"));
  }
}

}  // namespace
}  // namespace carnet
