// cmark_baseline DIR: how long cmark-gfm alone takes to parse and render every Markdown file of a
// folder, in one thread and one process. This is the yardstick of bench.py: a build does more
// than this by design, and its time is told as a multiple.
//
// Reading the files is not part of the measured time. Prints `seconds files bytes html-bytes`.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr const char* kExtensions[] = {"table", "strikethrough", "autolink", "tasklist"};
constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;

std::vector<std::string> read_texts(const std::filesystem::path& folder) {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".md") continue;
    std::ostringstream text;
    text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    texts.push_back(std::move(text).str());
  }
  return texts;
}

std::size_t size_as_html(const std::string& text) {
  cmark_parser* parser = cmark_parser_new(kOptions);
  for (const char* name : kExtensions) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, text.data(), text.size());
  cmark_node* document = cmark_parser_finish(parser);
  char* html = cmark_render_html(document, kOptions, cmark_parser_get_syntax_extensions(parser));
  const std::size_t size = std::string_view(html).size();
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: cmark_baseline DIR\n", stderr);
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  const std::vector<std::string> texts = read_texts(argv[1]);

  std::size_t bytes = 0;
  std::size_t html_bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& text : texts) {
    bytes += text.size();
    html_bytes += size_as_html(text);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("%.6f %zu %zu %zu\n", seconds.count(), texts.size(), bytes, html_bytes);
  return 0;
}
