#include "io/git_repository.h"

#include <memory>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "io/file_system.h"

namespace carnet {
namespace {

constexpr std::uint64_t kMaxNameBytes = 4096;
constexpr std::uint64_t kMaxSettingsBytes = 64u << 10;
constexpr std::uint64_t kMaxShallowBytes = 4u << 20;

// "/a/b" -> "/a", "/a" -> "/", "/" -> "".
std::string parent_of(const std::string& folder) {
  if (folder.size() <= 1) return {};
  const std::size_t slash = folder.rfind('/');
  return slash == 0 ? "/" : folder.substr(0, slash);
}

std::string below(const std::string& folder, std::string_view name) {
  return folder.ends_with('/') ? folder + std::string(name) : folder + "/" + std::string(name);
}

// An absolute path stays what it is.
std::string path_from(const std::string& folder, std::string_view path) {
  return path.starts_with('/') ? std::string(path) : below(folder, path);
}

class Finder {
 public:
  explicit Finder(FileSystem& files) : files_(files) {}

  FoundRepository find(const std::string& book) {
    FoundRepository found;
    const Result<std::string> start = files_.resolve(book);
    if (!start) return found;
    for (std::string folder = *start; !folder.empty(); folder = parent_of(folder)) {
      const auto type = type_of(folder, ".git");
      std::optional<Place> place;
      if (type == EntryType::Folder) place = Place{below(folder, ".git"), below(folder, ".git")};
      if (type == EntryType::File) {
        place = follow(folder);
        if (!place) {
          found.refused = below(folder, ".git");
          return found;
        }
      }
      if (!place) continue;
      found.repository = read(*place);
      if (!found.repository) continue;
      if (start->size() > folder.size()) {
        found.repository->book = start->substr(folder.size() + (folder == "/" ? 0 : 1));
      }
      return found;
    }
    return found;
  }

 private:
  struct Place {
    std::string own;   // The folder of this work tree: HEAD.
    std::string data;  // The folder of all work trees: objects and refs.
  };

  std::unique_ptr<Folder> open(const std::string& folder) const {
    Result<std::unique_ptr<Folder>> opened = files_.open_folder(folder, Links::Refuse);
    return opened ? std::move(*opened) : nullptr;
  }

  std::optional<EntryType> type_of(const std::string& folder, const std::string& name) const {
    const auto opened = open(folder);
    if (opened == nullptr) return std::nullopt;
    const Result<FileInfo> info = opened->info(name);
    if (!info) return std::nullopt;
    return info->type;
  }

  std::optional<std::string> read_file(const std::string& folder, const std::string& name,
                                       std::uint64_t limit) const {
    const auto opened = open(folder);
    if (opened == nullptr) return std::nullopt;
    Result<std::string> bytes = opened->read(name, limit);
    if (!bytes) return std::nullopt;
    return std::move(*bytes);
  }

  // `.git` may be a file that names a folder. Those that git makes are of two
  // kinds, and both can be told from what somebody else wrote.
  std::optional<Place> follow(const std::string& folder) const {
    const auto text = read_file(folder, ".git", kMaxNameBytes);
    constexpr std::string_view kKey = "gitdir:";
    if (!text || !text->starts_with(kKey)) return std::nullopt;
    const std::string_view named = trim(std::string_view(*text).substr(kKey.size()));
    if (named.empty()) return std::nullopt;
    const Result<std::string> own = files_.resolve(path_from(folder, named));
    if (!own) return std::nullopt;
    if (is_work_tree(*own, folder)) return Place{*own, parent_of(parent_of(*own))};
    if (is_submodule(*own, folder)) return Place{*own, *own};
    return std::nullopt;
  }

  // A work tree beside the first one: its folder lies in `worktrees`, and points back.
  bool is_work_tree(const std::string& own, const std::string& folder) const {
    if (file_name_of(parent_of(own)) != "worktrees") return false;
    const auto back = read_file(own, "gitdir", kMaxNameBytes);
    if (!back || trim(*back).empty()) return false;
    const Result<std::string> target = files_.resolve(path_from(own, trim(*back)));
    return target && *target == below(folder, ".git");
  }

  // A submodule: its folder lies in the `.git` of the repository around it.
  bool is_submodule(const std::string& own, const std::string& folder) const {
    for (std::string outer = parent_of(folder); !outer.empty(); outer = parent_of(outer)) {
      if (own.starts_with(below(outer, ".git/modules/"))) {
        return type_of(outer, ".git") == EntryType::Folder;
      }
    }
    return false;
  }

  // Nothing if there is no repository after all.
  std::optional<GitRepository> read(const Place& place) const {
    const auto head = read_file(place.own, "HEAD", kMaxNameBytes);
    if (!head || type_of(place.data, "objects") != EntryType::Folder ||
        type_of(place.data, "refs") != EntryType::Folder) {
      return std::nullopt;
    }
    GitRepository repository;
    repository.head = *head;
    repository.data = place.data;
    repository.has_reftable = type_of(place.data, "reftable") == EntryType::Folder;
    // There HEAD of a further work tree is in a table of its own.
    if (repository.has_reftable && place.own != place.data) return std::nullopt;
    repository.has_packed_refs = type_of(place.data, "packed-refs") == EntryType::File;
    repository.is_shallow = type_of(place.data, "shallow") == EntryType::File;
    repository.is_empty = !repository.has_packed_refs && !repository.has_reftable &&
                          head->starts_with("ref: ") &&
                          !type_of(place.data, std::string(trim(head->substr(5))));
    if (repository.is_shallow) {
      const auto list = read_file(place.data, "shallow", kMaxShallowBytes);
      if (!list) return std::nullopt;
      for (std::string_view id : split(*list, '\n')) {
        if (!trim(id).empty()) repository.boundary.emplace(trim(id));
      }
    }
    read_settings(place, repository);
    return repository;
  }

  // The two things that cannot be told from the files. The settings themselves are
  // never given to git: they can run programs.
  void read_settings(const Place& place, GitRepository& repository) const {
    const auto settings = read_file(place.data, "config", kMaxSettingsBytes);
    if (!settings) return;
    const std::string lower = to_lower(*settings);
    for (std::string_view line : split(lower, '\n')) {
      line = trim(line);
      if (line.starts_with("objectformat") && line.ends_with("sha256")) {
        repository.hash = GitRepository::Hash::Sha256;
      }
      if (line.starts_with("promisor") || line.starts_with("partialclone")) {
        repository.lacks_blobs = true;
      }
    }
  }

  FileSystem& files_;
};

}  // namespace

FoundRepository find_repository(FileSystem& files, const std::string& book) {
  return Finder(files).find(book);
}

}  // namespace carnet
