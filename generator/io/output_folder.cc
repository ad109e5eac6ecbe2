#include "io/output_folder.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"

namespace carnet {
namespace {

// Where a manifest is written before it takes the old one's place. Ours, though
// no manifest lists it.
constexpr const char* kNextManifestPath = "_carnet/manifest.next";

bool is_manifest(std::string_view path) {
  return path == kManifestPath || path == kNextManifestPath;
}

// What stands in the way of removing a listed file without being one: somebody
// has put a folder or a link in its place, and that is not ours.
bool is_somebody_elses(const IoError& error) {
  return error.code == std::errc::is_a_directory || error.code == std::errc::not_a_directory ||
         error.code == std::errc::too_many_symbolic_link_levels;
}

Result<Done> remove_empty_folders(Folder& folder, const std::vector<std::string>& files) {
  std::set<std::string, std::greater<>> parents;  // Deep ones first.
  for (const std::string& path : files) {
    for (auto parent = folder_of(path); !parent.empty(); parent = folder_of(parent)) {
      if (!parents.emplace(parent).second) break;
    }
  }
  for (const std::string& parent : parents) {
    const Result<Done> removed = folder.remove_folder(parent);
    if (removed || removed.error().code == std::errc::directory_not_empty) continue;
    if (!is_somebody_elses(removed.error())) return removed;
  }
  return Done{};
}

}  // namespace

Result<Done> FolderMaker::make_parents(const std::string& path) {
  const std::string_view parent = folder_of(path);
  if (parent.empty()) return Done{};
  // Held while the folder is made: who finds it in the set can use it.
  const std::lock_guard guard(mutex_);
  if (made_.contains(parent)) return Done{};
  return make(std::string(parent));
}

Result<Done> FolderMaker::make(const std::string& path) {
  if (made_.contains(path)) return Done{};
  if (const std::string_view parent = folder_of(path); !parent.empty()) {
    const Result<Done> made = make(std::string(parent));
    if (!made) return made;
  }
  const Result<Done> made = folder_.make_folder(path);
  if (made) made_.insert(path);
  return made;
}

Result<std::vector<std::string>> find_foreign(const Folder& folder, const Manifest& manifest,
                                              const Manifest& next) {
  std::vector<std::string> foreign;
  std::vector<std::string> ahead{""};
  while (!ahead.empty()) {
    const std::string parent = std::move(ahead.back());
    ahead.pop_back();
    Result<std::vector<FolderEntry>> entries = folder.list(parent);
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
      std::string path = join_path(parent, entry.name);
      if (entry.info.type == EntryType::Folder) {
        const bool is_shared = manifest.has_folder(path) || next.has_folder(path);
        (is_shared ? ahead : foreign).push_back(std::move(path));
      } else if (!manifest.lists(path) && !is_manifest(path)) {
        foreign.push_back(std::move(path));
      }
    }
  }
  std::sort(foreign.begin(), foreign.end());
  return foreign;
}

const std::string* find_conflict(const std::vector<std::string>& foreign, const Manifest& next) {
  for (const std::string& path : foreign) {
    if (next.has_folder(path)) return &path;
    for (std::string_view part = path; !part.empty(); part = folder_of(part)) {
      if (next.lists(part)) return &path;
    }
  }
  return nullptr;
}

Result<Done> move_all(Folder& from, Folder& to, const std::vector<std::string>& paths) {
  FolderMaker folders(to);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    Result<Done> moved = folders.make_parents(paths[i]);
    if (moved) moved = to.move(from, paths[i], paths[i], Existing::Keep);
    if (moved) continue;
    while (i-- > 0) {
      const Result<Done> back = from.move(to, paths[i], paths[i], Existing::Keep);
      // This names the place where the file is now; it must not be lost.
      if (!back) return back;
    }
    return moved;
  }
  return Done{};
}

Result<Done> replace_manifest(Folder& folder, const Manifest& manifest) {
  Result<Done> done = folder.make_folder(kManifestFolder);
  if (done) done = folder.remove_file(kNextManifestPath);
  if (done) done = folder.write(kNextManifestPath, to_text(manifest));
  if (done) done = folder.move(folder, kNextManifestPath, kManifestPath, Existing::Replace);
  return done;
}

Result<Done> remove_listed(Folder& folder, const Manifest& manifest, unsigned jobs) {
  std::vector<std::string> files = manifest.files;
  // Last: as long as there is something to remove, a later run must know what.
  std::erase(files, kManifestPath);
  Result<Done> removed = remove_files(folder, files, jobs);
  if (removed) removed = remove_files(folder, {kNextManifestPath, kManifestPath}, 1);
  return removed;
}

Result<Done> remove_files(Folder& folder, const std::vector<std::string>& paths, unsigned jobs) {
  std::vector<std::optional<IoError>> errors(paths.size());
  parallel_for(paths.size(), jobs, [&](std::size_t i) {
    const Result<Done> removed = folder.remove_file(paths[i]);
    if (!removed && !is_somebody_elses(removed.error())) errors[i] = removed.error();
  });
  for (std::optional<IoError>& error : errors) {
    if (error) return *std::move(error);
  }
  return remove_empty_folders(folder, paths);
}

void remove_unfinished_manifest(Folder& folder) {
  (void)folder.remove_file(kNextManifestPath);
  (void)folder.remove_folder(kManifestFolder);
}

Result<Done> remove_stage(Folder& place, const std::string& name) {
  const std::string manifest = join_path(name, kManifestPath);
  const std::string manifest_folder = join_path(name, kManifestFolder);
  // Going down, every folder is listed, and its files go; coming back, the
  // folders do, each after those that lie in it.
  std::vector<std::string> ahead{name};
  std::vector<std::string> folders;
  while (!ahead.empty()) {
    const std::string folder = std::move(ahead.back());
    ahead.pop_back();
    if (folder != name && folder != manifest_folder) folders.push_back(folder);
    Result<std::vector<FolderEntry>> entries = place.list(folder);
    if (!entries) return entries.error();
    for (const FolderEntry& entry : *entries) {
      std::string path = join_path(folder, entry.name);
      if (path == manifest) continue;
      if (entry.info.type == EntryType::Folder) {
        ahead.push_back(std::move(path));
      } else if (const Result<Done> removed = place.remove_file(path); !removed) {
        return removed;
      }
    }
  }
  Result<Done> done = Done{};
  for (auto folder = folders.rbegin(); folder != folders.rend() && done; ++folder) {
    done = place.remove_folder(*folder);
  }
  if (done) done = place.remove_file(manifest);
  if (done) done = place.remove_folder(manifest_folder);
  if (done) done = place.remove_folder(name);
  return done;
}

}  // namespace carnet
