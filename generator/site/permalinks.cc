#include "site/permalinks.h"

#include <optional>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

std::string without_leading_dots(std::string_view path) {
  std::string result;
  bool at_start = true;
  for (char c : path) {
    if (at_start && c == '.') continue;
    result += c;
    at_start = c == '/';
  }
  return result;
}

std::string page_file(std::string_view stem, UrlStyle style) {
  std::string file(stem);
  file += style == UrlStyle::File ? ".html" : "/index.html";
  return file;
}

std::string index_of(std::string_view folder) { return join_path(folder, "index.html"); }

}  // namespace

bool is_readme(std::string_view source_path) {
  return equals_ignoring_case(file_name_of(source_path), "readme.md");
}

std::string page_permalink(std::string_view source_path, std::string_view readme, UrlStyle style) {
  const std::string path = without_leading_dots(source_path);
  if (source_path == readme) return "index.html";
  if (is_readme(source_path)) return index_of(folder_of(path));
  const std::string_view stem = without_extension(path);
  if (file_name_of(stem) == "index") return path.substr(0, stem.size()) + ".html";
  return page_file(stem, style);
}

std::string gitbook_address(std::string_view source_path, std::string_view readme) {
  if (source_path == readme) return {};
  if (is_readme(source_path)) return std::string(folder_of(source_path));
  return std::string(without_extension(source_path));
}

std::string asset_permalink(std::string_view source_path) {
  return without_leading_dots(source_path);
}

std::string chosen_permalink(std::string_view permalink, UrlStyle style) {
  if (!scheme_of(permalink).empty() || is_protocol_relative(permalink)) return {};
  const bool is_folder = permalink.ends_with('/');
  const std::optional<std::string> path = resolve_path("", permalink);
  if (!path) return {};
  const std::string clean = without_leading_dots(*path);
  if (clean.empty() || is_folder) return index_of(clean);
  if (extension_of(clean) == ".html") return clean;
  return page_file(clean, style);
}

std::string redirect_permalink(std::string_view from) {
  if (extension_of(from) == ".html") return std::string(from);
  return index_of(from);
}

}  // namespace carnet
