#include "render/code_view.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/html_escape.h"
#include "base/text.h"

namespace carnet {
namespace {

// Each line in an element of its own, so that it can be numbered.
std::string in_lines(std::string_view code) {
  std::string html;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('\n'), code.size() - 1) + 1;
    html += "<span class=\"line\">";
    append_escaped(html, code.substr(0, end));
    html += "</span>";
    code.remove_prefix(end);
  }
  return html;
}

}  // namespace

Value code_view(const Node& code, const Node* block) {
  Value view = Value::object();
  const std::string_view info = code.detail;
  view.set("language", to_lower(info.substr(0, info.find_first_of(" \t,{"))));
  const bool has_lines = block != nullptr && attribute_value(*block, "lineNumbers") == "true";
  const auto first_end = code.text.find('\n');
  const bool is_one_line = first_end == std::string_view::npos || first_end + 1 == code.text.size();
  view.set("lines", has_lines && !is_one_line);
  view.set("code", has_lines && !is_one_line ? in_lines(code.text) : escape_html(code.text));
  if (block == nullptr) return view;
  view.set("title", attribute_value(*block, "title"));
  view.set("wrap", attribute_value(*block, "overflow") == "wrap");
  view.set("wide", attribute_value(*block, "fullWidth") == "true");
  view.set("expandable", attribute_value(*block, "expandable") == "true");
  return view;
}

}  // namespace carnet
