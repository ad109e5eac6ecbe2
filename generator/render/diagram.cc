#include "render/diagram.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/text.h"

namespace carnet {

std::string_view embedded_mermaid();
std::string_view embedded_mermaid_frame();
std::string_view embedded_mermaid_page();

namespace {

// What follows `accTitle:` on its line, or stands between the braces of `accDescr { }`.
std::string words_behind(std::string_view source, std::string_view keyword) {
  for (std::size_t line = 0; line < source.size();) {
    const std::size_t end = std::min(source.find('\n', line), source.size());
    std::string_view words = trim(source.substr(line, end - line));
    if (words.starts_with(keyword)) {
      words = trim_start(words.substr(keyword.size()));
      if (words.starts_with(':')) return std::string(trim(words.substr(1)));
      if (words.starts_with('{')) {
        const std::size_t open = source.find('{', line);
        const std::size_t close = source.find('}', open);
        if (close == std::string_view::npos) return {};
        return std::string(trim(source.substr(open + 1, close - open - 1)));
      }
    }
    line = end + 1;
  }
  return {};
}

std::string alternative_of(std::string_view source) {
  const std::string title = words_behind(source, "accTitle");
  const std::string description = words_behind(source, "accDescr");
  return title.empty() || description.empty() ? title + description : title + ": " + description;
}

}  // namespace

bool is_diagram(std::string_view info) {
  return equals_ignoring_case(info.substr(0, info.find_first_of(" \t,{")), "mermaid");
}

void draw_diagram(std::string_view source, const Node* around, PageRenderer& renderer) {
  renderer.needs().diagrams = true;
  Value view = Value::object();
  view.set("code", source).set("alt", alternative_of(source));
  if (around != nullptr) {
    view.set("title", attribute_value(*around, "title"));
    view.set("wide", attribute_value(*around, "fullWidth") == "true");
  }
  renderer.line();
  renderer.render_template("blocks/mermaid", view);
  renderer.line();
}

std::vector<OutputFile> diagram_files() {
  std::vector<OutputFile> files(3);
  files[0].path = "_carnet/mermaid.js";
  files[0].bytes = embedded_mermaid();
  files[1].path = "_carnet/mermaid-frame.js";
  files[1].bytes = embedded_mermaid_frame();
  files[2].path = "_carnet/mermaid.html";
  files[2].bytes = embedded_mermaid_page();
  return files;
}

}  // namespace carnet
