// Runs the examples of spec files.
//
//   carnet_spec_runner FILE...     says what differs; exit code 1 if anything does
//   UPDATE_EXPECTED=1              writes what happened into the files instead
//   carnet_spec_runner --markdown  is asked by commonmark_test.py: reads texts from
//                                  stdin, each after a line with its length in
//                                  bytes, and answers with their HTML, likewise

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "markdown/parse.h"
#include "render/markdown_renderer.h"
#include "spec_book.h"
#include "spec_file.h"

namespace carnet::spec {
namespace {

// Blanks at the ends of lines and at the end of the text do not count.
std::vector<std::string> to_lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::string_view line : split(text, '\n')) lines.emplace_back(trim_end(line));
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::string to_text(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The longest common lines stay, the others are marked; good enough for the few
// lines of an example.
std::string diff(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  std::vector<std::vector<std::size_t>> common(expected.size() + 1,
                                               std::vector<std::size_t>(actual.size() + 1, 0));
  for (std::size_t i = expected.size(); i-- > 0;) {
    for (std::size_t k = actual.size(); k-- > 0;) {
      common[i][k] = expected[i] == actual[k] ? common[i + 1][k + 1] + 1
                                              : std::max(common[i + 1][k], common[i][k + 1]);
    }
  }
  std::string text;
  std::size_t i = 0;
  std::size_t k = 0;
  while (i < expected.size() || k < actual.size()) {
    if (i < expected.size() && k < actual.size() && expected[i] == actual[k]) {
      text += "      " + expected[i++] + "\n";
      ++k;
    } else if (i < expected.size() &&
               (k == actual.size() || common[i + 1][k] >= common[i][k + 1])) {
      text += "    - " + expected[i++] + "\n";
    } else {
      text += "    + " + actual[k++] + "\n";
    }
  }
  return text;
}

// Nothing if they agree.
std::string compare(std::string_view what, std::string_view expected, std::string_view actual) {
  const std::vector<std::string> expected_lines = to_lines(expected);
  const std::vector<std::string> actual_lines = to_lines(actual);
  if (expected_lines == actual_lines) return {};
  return "  " + std::string(what) + " (- expected, + actual):\n" +
         diff(expected_lines, actual_lines);
}

bool is_known_kind(std::string_view kind) {
  return kind.empty() || kind == "page" || kind == "summary" || kind == "order" ||
         kind == "players";
}

bool run_file(const Theme& theme, const std::string& path, bool updates) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  const SpecFile file = read_spec(text.str());
  if (!in || !file.mistake.empty() || file.examples.empty()) {
    std::cout << path << ": "
              << (!in                     ? "cannot be read"
                  : !file.mistake.empty() ? file.mistake
                                          : "there is no example in it")
              << "\n";
    return false;
  }
  std::size_t failed = 0;
  std::vector<Actual> all;
  for (const Example& example : file.examples) {
    Actual actual;
    std::string report;
    if (is_known_kind(example.kind)) {
      actual = run_example(theme, example);
      report = compare("result", example.html, actual.html) +
               compare("messages", example.messages, actual.messages);
    } else {
      report = "  there is no kind of example `" + example.kind + "`\n";
      actual = {example.html, example.messages};
    }
    all.push_back({to_text(to_lines(actual.html)), to_text(to_lines(actual.messages))});
    if (report.empty()) {
      all.back() = {example.html, example.messages};
      continue;
    }
    ++failed;
    std::cout << path << ":" << example.line << ": this example "
              << (updates ? "is updated\n" : "fails\n") << report << "\n";
  }
  std::cout << path << ": " << file.examples.size() << " examples, " << failed
            << (updates ? " updated\n" : " failed\n");
  if (updates && failed > 0) {
    std::ofstream out(path, std::ios::binary);
    out << with_expectations(file, all);
    return static_cast<bool>(out);
  }
  return failed == 0;
}

std::string markdown_to_html(std::string text) {
  Sources sources;
  Diagnostics diagnostics;
  const SourceId source = sources.add("example.md", std::move(text));
  const Document document = parse_document(
      sources, source,
      {.dialect = ParseOptions::Dialect::Markdown, .html = ParseOptions::Html::Raw}, diagnostics);
  return render_markdown(document);
}

bool answer_markdown() {
  warm_up_parser();
  std::size_t length = 0;
  while (std::cin >> length && std::cin.get() == '\n') {
    std::string text(length, '\0');
    if (!std::cin.read(text.data(), static_cast<std::streamsize>(length))) return false;
    const std::string html = markdown_to_html(std::move(text));
    std::cout << html.size() << "\n" << html;
  }
  return std::cin.eof();
}

}  // namespace
}  // namespace carnet::spec

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"--markdown"}) {
    return carnet::spec::answer_markdown() ? EXIT_SUCCESS : EXIT_FAILURE;
  }
  if (arguments.empty()) {
    std::cerr << "usage: carnet_spec_runner FILE... | --markdown\n";
    return 2;
  }
  const char* update = std::getenv("UPDATE_EXPECTED");
  const bool updates = update != nullptr && std::string_view(update) == "1";
  const carnet::Theme theme = carnet::spec::default_theme();
  bool is_fine = true;
  for (const std::string& path : arguments) {
    is_fine = carnet::spec::run_file(theme, path, updates) && is_fine;
  }
  return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}
