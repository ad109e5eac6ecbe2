#include "site/suggest.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/nearest.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

// Folders of assets can be huge.
constexpr std::size_t kMaxLooks = 500;

std::string_view nearest_file(const std::vector<std::string_view>& files, std::string_view name) {
  Nearest nearest(name);
  std::string_view best;
  for (std::size_t i = 0; i < std::min(files.size(), kMaxLooks); ++i) {
    if (nearest.offer(file_name_of(files[i]))) best = files[i];
  }
  return best;
}

// The one of several files of that name whose folders agree most with `path`.
std::string_view most_alike(const std::vector<std::string_view>& files, std::string_view path) {
  std::string_view best;
  std::size_t best_score = 0;
  bool is_tie = false;
  for (std::string_view file : files) {
    std::size_t common = 0;
    while (common < std::min(file.size(), path.size()) &&
           file[file.size() - 1 - common] == path[path.size() - 1 - common]) {
      ++common;
    }
    if (common > best_score) {
      best = file;
      best_score = common;
      is_tie = false;
    } else {
      is_tie = is_tie || common == best_score;
    }
  }
  return is_tie ? std::string_view() : best;
}

}  // namespace

std::string suggest_path(const PathIndex& index, std::string_view folder, std::string_view path) {
  const std::string decoded = decode_percent(path);
  std::string wanted = resolve_path(folder, decoded).value_or(std::string(trim(decoded)));
  std::string name(file_name_of(wanted));
  if (name.empty()) return {};
  // Every folder has a README: its own name is what matters.
  const bool is_index = is_readme(wanted);
  if (is_index) name = file_name_of(folder_of(wanted));
  const auto as_written = [&](std::string_view file) {
    return relative_path(join_path(folder, "x"), file);
  };
  if (!is_index) {
    for (const std::string& candidate : {name, name + ".md"}) {
      const auto& files = index.files_named(candidate);
      if (files.size() == 1) return as_written(files.front());
      if (files.size() > 1 && files.size() <= kMaxLooks) {
        if (const auto best = most_alike(files, wanted); !best.empty()) return as_written(best);
      }
    }
  } else if (const auto& files = index.files_named(name + ".md"); files.size() == 1) {
    return as_written(files.front());
  }
  for (std::string_view place : {folder_of(wanted), folder}) {
    const auto& files = index.files_in(place);
    for (const std::string& candidate : {name, name + ".md"}) {
      if (const auto best = nearest_file(files, candidate); !best.empty()) return as_written(best);
    }
  }
  return {};
}

}  // namespace carnet
