#include "io/walk.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "base/path.h"
#include "io/manifest.h"

namespace carnet {
namespace {

enum class Reached { Directly, ThroughLink };

// A folder that is still to be listed. The way up is kept to see when a link
// leads back to a folder it lies in.
struct Step {
  std::string path;
  FileIdentity identity;
  Reached reached = Reached::Directly;
  std::shared_ptr<const Step> parent;
};

class Walker {
 public:
  Walker(const Folder& folder, const WalkOptions& options) : folder_(folder), options_(options) {}

  Result<WalkResult> run() {
    const Result<FileInfo> root = folder_.info("");
    if (!root) return root.error();
    Result<std::vector<FolderEntry>> entries = folder_.list("");
    if (!entries) return entries.error();
    take(std::make_shared<Step>(Step{"", root->identity, Reached::Directly, nullptr}), *entries);

    // A list of its own instead of recursion: books may be nested as deep as
    // they like.
    while (!todo_.empty()) {
      const auto step = std::move(todo_.back());
      todo_.pop_back();
      if (step->reached == Reached::ThroughLink && !listed_.insert(step->identity).second) continue;
      Result<std::vector<FolderEntry>> below = folder_.list(step->path);
      if (!below) {
        unreadable(step->path, "the folder", below.error());
      } else if (!is_built_site(step->path, *below)) {
        take(step, *below);
      }
    }
    std::sort(result_.files.begin(), result_.files.end(),
              [](const WalkedFile& a, const WalkedFile& b) { return a.path < b.path; });
    std::sort(result_.problems.begin(), result_.problems.end(),
              [](const WalkProblem& a, const WalkProblem& b) { return a.path < b.path; });
    return std::move(result_);
  }

 private:
  void take(const std::shared_ptr<const Step>& step, const std::vector<FolderEntry>& entries) {
    // The last one first, as `todo_` is a stack: folders are then listed in
    // order, and a link gives way to the same link every time.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
      const std::string path = join_path(step->path, entry->name);
      if (entry->name == ".git" || entry->name == "node_modules") continue;
      if (options_.exclude && options_.exclude(path)) continue;
      if (entry->info.type == EntryType::Link) {
        follow(step, path);
      } else {
        add(step, path, entry->info, step->reached);
      }
    }
  }

  void add(const std::shared_ptr<const Step>& step, const std::string& path, const FileInfo& info,
           Reached reached) {
    if (info.type == EntryType::File) {
      result_.files.push_back({path, info.size});
    } else if (info.type == EntryType::Folder) {
      if (options_.skipped_folder == info.identity) return;
      todo_.push_back(std::make_shared<Step>(Step{path, info.identity, reached, step}));
    } else {
      result_.problems.push_back({DiagnosticKind::UnreadableFile, path,
                                  "`" + path + "` is neither a file nor a folder",
                                  "pipes, sockets and devices are left out"});
    }
  }

  void follow(const std::shared_ptr<const Step>& step, const std::string& path) {
    const Result<FileInfo> target = folder_.info(path);
    if (!target) {
      if (target.error().code == std::errc::cross_device_link) {
        result_.problems.push_back({DiagnosticKind::LinkOutOfBook, path,
                                    "`" + path + "` is a symbolic link that leads out of the book",
                                    "put the file itself there, or a relative link to one inside"});
      } else if (target.error().code == std::errc::no_such_file_or_directory) {
        result_.problems.push_back(
            {DiagnosticKind::UnreadableFile, path, "`" + path + "` is a symbolic link to nothing"});
      } else {
        unreadable(path, "the link", target.error());
      }
      return;
    }
    for (const Step* above = step.get(); above != nullptr; above = above->parent.get()) {
      if (target->type != EntryType::Folder || above->identity != target->identity) continue;
      result_.problems.push_back({DiagnosticKind::UnreadableFile, path,
                                  "`" + path + "` is a symbolic link to a folder that it lies in"});
      return;
    }
    add(step, path, *target, Reached::ThroughLink);
  }

  bool is_built_site(const std::string& path, const std::vector<FolderEntry>& entries) const {
    const bool may_be = std::any_of(entries.begin(), entries.end(), [](const FolderEntry& entry) {
      return entry.name == kManifestFolder;
    });
    if (!may_be) return false;
    const Result<std::unique_ptr<Folder>> folder = folder_.open(path, Links::Refuse);
    if (!folder) return false;
    const Result<std::optional<Manifest>> manifest = read_manifest(**folder);
    return manifest && manifest->has_value();
  }

  void unreadable(const std::string& path, const std::string& what, const IoError& error) {
    result_.problems.push_back({DiagnosticKind::UnreadableFile, path,
                                what + " `" + path + "` cannot be read: " + error.reason});
  }

  const Folder& folder_;
  const WalkOptions& options_;
  std::vector<std::shared_ptr<const Step>> todo_;
  std::set<FileIdentity> listed_;  // Through links.
  WalkResult result_;
};

}  // namespace

Result<WalkResult> walk(const Folder& folder, const WalkOptions& options) {
  return Walker(folder, options).run();
}

}  // namespace carnet
