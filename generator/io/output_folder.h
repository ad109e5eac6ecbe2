// What is done to a folder that carnet has written: making folders in it,
// telling foreign files from ours, taking ours away.

#pragma once

#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "io/file_system.h"
#include "io/manifest.h"

namespace carnet {

// Makes the folders that files lie in, each once. For any number of threads.
class FolderMaker {
 public:
  explicit FolderMaker(Folder& folder) : folder_(folder) {}

  Result<Done> make_parents(const std::string& path);

 private:
  Result<Done> make(const std::string& path);

  Folder& folder_;
  std::mutex mutex_;
  std::set<std::string, std::less<>> made_;
};

// What lies in `folder` and is not in its manifest: files, and whole folders if
// neither `manifest` nor `next`, the manifest of the site to come, has a file
// in them. Sorted.
Result<std::vector<std::string>> find_foreign(const Folder& folder, const Manifest& manifest,
                                              const Manifest& next);

// The first path of `foreign` that a file or a folder of `next` needs. Null if none.
const std::string* find_conflict(const std::vector<std::string>& foreign, const Manifest& next);

// Moves `paths`, in both folders, and makes the folders they lie in. If one
// cannot be moved, those before it are moved back.
Result<Done> move_all(Folder& from, Folder& to, const std::vector<std::string>& paths);

// Replaces the manifest at once.
Result<Done> replace_manifest(Folder& folder, const Manifest& manifest);

// Removes the listed files, the manifest last, and the folders that are empty
// then. Foreign files stay.
Result<Done> remove_listed(Folder& folder, const Manifest& manifest, unsigned jobs);

// Removes `paths`, files of ours, and the folders that are empty then.
Result<Done> remove_files(Folder& folder, const std::vector<std::string>& paths, unsigned jobs);

// Removes what is left of a first replace_manifest() that was killed.
void remove_unfinished_manifest(Folder& folder);

// Removes a folder with all that is in it, the manifest last: until then it
// says whose folder this is. No link is followed.
Result<Done> remove_stage(Folder& place, const std::string& name);

}  // namespace carnet
