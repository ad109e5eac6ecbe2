#include "config/tree_lookup.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace carnet {
namespace {

// The first file whose path is not less than `path`.
template <typename File>
auto first_from(const std::vector<File>& files, std::string_view path) {
  return std::lower_bound(files.begin(), files.end(), path,
                          [](const File& file, std::string_view p) { return file.path < p; });
}

template <typename File>
bool begins_with(const std::vector<File>& files, std::string_view prefix) {
  const auto file = first_from(files, prefix);
  return file != files.end() && file->path.starts_with(prefix);
}

template <typename File>
bool has(const std::vector<File>& files, std::string_view path) {
  const auto file = first_from(files, path);
  return file != files.end() && file->path == path;
}

}  // namespace

std::optional<SourceId> find_text(const SourceTree& tree, std::string_view path) {
  const auto file = first_from(tree.texts, path);
  if (file == tree.texts.end() || file->path != path) return std::nullopt;
  return file->source;
}

bool has_file(const SourceTree& tree, std::string_view path) {
  return has(tree.texts, path) || has(tree.assets, path);
}

bool has_folder(const SourceTree& tree, std::string_view path) {
  if (path.empty()) return true;
  const std::string prefix = std::string(path) + "/";
  return begins_with(tree.texts, prefix) || begins_with(tree.assets, prefix);
}

std::optional<std::string> find_similar_file(const SourceTree& tree, std::string_view path,
                                             std::string_view folder) {
  std::optional<std::string> same_name;
  const auto look_in = [&](const auto& files) -> std::optional<std::string> {
    for (const auto& file : files) {
      if (!is_inside(file.path, folder)) continue;
      if (equals_ignoring_case(file.path, path)) return file.path;
      if (!same_name && equals_ignoring_case(file_name_of(file.path), file_name_of(path))) {
        same_name = file.path;
      }
    }
    return std::nullopt;
  };
  if (auto found = look_in(tree.texts)) return found;
  if (auto found = look_in(tree.assets)) return found;
  return same_name;
}

}  // namespace carnet
