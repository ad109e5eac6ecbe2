#include "markdown/parse.h"

#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "render/markdown_renderer.h"
#include "stopwatch.h"

namespace carnet {
namespace {

std::string render(const std::string& text, ParseOptions::Dialect dialect) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("page.md", text);
  const Document document = parse_document(
      sources, source, {.dialect = dialect, .html = ParseOptions::Html::Safe}, diagnostics);
  return render_markdown(document);
}

// Texts that need the special characters of every extension.
std::vector<std::string> texts() {
  std::vector<std::string> list;
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    list.push_back("A ~~b" + n + "~~ and ~c~, www.example.org/" + n + " and https://example.org/" +
                   n + ", a@example.org[^" + n +
                   "].\n\n| ~~a~~ | www.example.org |\n|---|---|\n| `b` | *c" + n +
                   "* |\n\n* [x] ~~done~~\n\n{% hint %}\n~~d~~\n{% endhint %}\n\n[^" + n +
                   "]: ~~e~~ www.example.org\n");
  }
  return list;
}

TEST_SUITE("parse") {
  // cmark-gfm's table of special characters is global: one parse takes out what
  // another one needs, unless our linker options are in place.
  TEST_CASE("texts parsed on many threads give the same HTML as on one") {
    warm_up_parser();
    const std::vector<std::string> all = texts();
    std::vector<std::string> expected;
    for (const std::string& text : all) {
      expected.push_back(render(text, ParseOptions::Dialect::GitBook));
      CHECK(expected.back().find("<del>") != std::string::npos);
      CHECK(expected.back().find("<a href=\"http://www.example.org") != std::string::npos);
    }
    std::atomic<std::size_t> different = 0;
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 8; ++t) {
      threads.emplace_back([&, t] {
        for (std::size_t i = 0; i < 500; ++i) {
          const std::size_t which = (i + t) % all.size();
          const auto dialect =
              i % 2 == 0 ? ParseOptions::Dialect::GitBook : ParseOptions::Dialect::Markdown;
          const std::string html = render(all[which], dialect);
          if (i % 2 == 0 && html != expected[which]) ++different;
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(different == 0);
  }

  // Each of these once took time in the square of its length.
  TEST_CASE("texts full of tags take linear time") {
    const Stopwatch stopwatch;
    for (const char* piece :
         {"{%hint%}", "{% hint ", "{% hint a=\"", "{% hint\n", "x{%endhint%}", "{% hint a=\"\n",
          "> {% hint %}\n", "* {% hint %}\n", "{% tab %}\n", "{% tabs %}\n", "{% embed url=x %}\n",
          "`{% hint %}", "<% hint %>", "x {% hint %} "}) {
      std::string text;
      while (text.size() < 100'000) text += piece;
      const std::string html = render(text, ParseOptions::Dialect::GitBook);
      CHECK_MESSAGE(html.size() < 64 * text.size(), piece);
    }
    CHECK(stopwatch.seconds() < 60);
  }
}

}  // namespace
}  // namespace carnet
