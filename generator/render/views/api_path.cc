#include "render/views/api_path.h"

#include <algorithm>
#include <iterator>

#include "base/html_escape.h"
#include "base/text.h"

namespace carnet {
namespace {

constexpr std::string_view kMethods[] = {"get",     "put",  "post",  "delete",
                                         "options", "head", "patch", "trace"};

// The length of the parameter that begins at path[i], or 0.
std::size_t parameter_length(std::string_view path, std::size_t i) {
  if (path[i] == '{') {
    const std::size_t end = path.find_first_of("{}/", i + 1);
    return end != std::string_view::npos && path[end] == '}' ? end + 1 - i : 0;
  }
  if (path[i] != ':' || i == 0 || path[i - 1] != '/') return 0;
  std::size_t end = i + 1;
  while (end < path.size() && (is_letter(path[end]) || is_digit(path[end]) || path[end] == '_')) {
    ++end;
  }
  return end > i + 1 ? end - i : 0;
}

std::string mark_parameters(std::string_view path) {
  std::string html;
  std::size_t done = 0;
  for (std::size_t i = 0; i < path.size();) {
    const std::size_t length = parameter_length(path, i);
    if (length == 0) {
      ++i;
      continue;
    }
    append_escaped(html, path.substr(done, i - done));
    html += "<b>" + escape_html(path.substr(i, length)) + "</b>";
    done = i += length;
  }
  append_escaped(html, path.substr(done));
  return html;
}

}  // namespace

void set_api_path(Value& view, std::string_view method, std::string_view path) {
  const std::string kind = to_lower(trim(method));
  std::string name = kind;
  for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  view.set("method", name);
  if (std::find(std::begin(kMethods), std::end(kMethods), kind) != std::end(kMethods)) {
    view.set("method_kind", kind);
  }
  view.set("path_html", mark_parameters(trim(path)));
}

}  // namespace carnet
