#include "base/path.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace carnet {

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view extension_of(std::string_view path) {
  const std::string_view name = file_name_of(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

std::string_view without_extension(std::string_view path) {
  return path.substr(0, path.size() - extension_of(path).size());
}

std::string join_path(std::string_view folder, std::string_view path) {
  if (folder.empty()) return std::string(path);
  if (path.empty()) return std::string(folder);
  std::string joined(folder);
  if (joined.back() != '/') joined += '/';
  joined += path;
  return joined;
}

std::optional<std::string> resolve_path(std::string_view folder, std::string_view path) {
  std::string result;
  if (path.starts_with('/')) folder = {};
  for (std::string_view part : {folder, path}) {
    while (!part.empty()) {
      const std::size_t slash = part.find('/');
      const std::string_view segment = part.substr(0, slash);
      part.remove_prefix(slash == std::string_view::npos ? part.size() : slash + 1);
      if (segment.empty() || segment == ".") continue;
      if (segment == "..") {
        if (result.empty()) return std::nullopt;
        result.resize(folder_of(result).size());
        continue;
      }
      if (!result.empty()) result += '/';
      result += segment;
    }
  }
  return result;
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::size_t common = 0;  // Length of the folders that both share, with the slash.
  for (std::size_t i = 0; i < from.size() && i < to.size() && from[i] == to[i]; ++i) {
    if (from[i] == '/') common = i + 1;
  }
  std::string result;
  const auto ups = std::count(from.begin() + static_cast<std::ptrdiff_t>(common), from.end(), '/');
  for (std::ptrdiff_t i = 0; i < ups; ++i) result += "../";
  result += to.substr(common);
  return result.empty() ? std::string("./") : result;
}

bool is_inside(std::string_view path, std::string_view folder) {
  if (folder.empty()) return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string_view path_below(std::string_view folder, std::string_view path) {
  if (folder.empty() || path.size() == folder.size()) return path.substr(folder.size());
  return path.substr(folder.size() + 1);
}

bool has_dot_segment(std::string_view path) {
  return path.starts_with('.') || path.find("/.") != std::string_view::npos;
}

}  // namespace carnet
