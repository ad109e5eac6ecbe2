#include "site/find_target.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/url.h"

namespace carnet {
namespace {

// Keeps the best of what was found.
class Best {
 public:
  // True if nothing can be better.
  bool offer(const FoundFile& candidate) {
    if (candidate.target && (!best_.target || candidate.spelling < best_.spelling)) {
      best_ = candidate;
    }
    return best_.target && best_.spelling == Spelling::Exact;
  }
  const FoundFile& get() const { return best_; }

 private:
  FoundFile best_;
};

bool search(const PathIndex& index, const std::string& path, Best& best) {
  if (best.offer(index.find_file(path)) || best.offer(index.find_folder(path)) ||
      best.offer(index.find_file(path + ".md"))) {
    return true;
  }
  if (extension_of(path) == ".html") {
    const std::string stem = path.substr(0, path.size() - 5);
    if (best.offer(index.find_file(stem + ".md"))) return true;
    if (file_name_of(stem) == "index") return best.offer(index.find_folder(folder_of(path)));
  }
  return false;
}

// `/a.md` is a path from the root of the book, which may be a folder of the site's.
std::optional<std::string> resolve_in_book(std::string_view root, std::string_view folder,
                                           std::string_view path) {
  if (!path.starts_with('/')) return resolve_path(folder, path);
  const std::size_t begin = path.find_first_not_of('/');
  return resolve_path(root, begin == std::string_view::npos ? "" : path.substr(begin));
}

}  // namespace

TargetSearch find_target(const PathIndex& index, std::string_view folder, std::string_view path,
                         std::string_view root) {
  std::vector<std::string> spellings = {std::string(path)};
  if (path.find('%') != std::string_view::npos) spellings.push_back(decode_percent(path));
  if (path.find('\\') != std::string_view::npos) {
    std::string slashes(path);
    std::replace(slashes.begin(), slashes.end(), '\\', '/');
    spellings.push_back(std::move(slashes));
  }
  TargetSearch result;
  Best best;
  bool is_done = false;
  for (const std::string& spelling : spellings) {
    const std::optional<std::string> resolved = resolve_in_book(root, folder, spelling);
    if (!resolved) {
      result.leaves_book = true;
      continue;
    }
    is_done = is_done || search(index, *resolved, best);
  }
  if (!is_done && !best.get().target && folder != root) {
    for (const std::string& spelling : spellings) {
      if (const auto resolved = resolve_in_book(root, root, spelling)) {
        search(index, *resolved, best);
      }
    }
  }
  result.found = best.get();
  if (result.found.target) result.leaves_book = false;
  return result;
}

}  // namespace carnet
