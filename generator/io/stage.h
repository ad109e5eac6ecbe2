// The folder in which a new site is built, before it is seen.
//
// A marker says from the first moment that it is carnet's: a manifest in the
// state Building. So a run that was killed leaves nothing that the next one
// could not recognise and clear away.

#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "io/file_system.h"
#include "io/output_folder.h"

namespace carnet {

class Stage {
 public:
  // Makes the folder `name` in `place`, which must live longer.
  static Result<std::unique_ptr<Stage>> begin(Folder& place, const std::string& name);

  // Takes the stage away with all that is in it, unless it was released.
  ~Stage();

  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  Folder& folder() { return *folder_; }
  const std::string& name() const { return name_; }
  Result<Done> make_parents(const std::string& path) { return folders_.make_parents(path); }

  // From now on, the folder is somebody else's business.
  void release() { is_released_ = true; }

 private:
  Stage(Folder& place, std::string name, std::unique_ptr<Folder> folder)
      : place_(place), name_(std::move(name)), folder_(std::move(folder)), folders_(*folder_) {}

  Folder& place_;
  std::string name_;
  std::unique_ptr<Folder> folder_;
  FolderMaker folders_;
  bool is_released_ = false;
};

// Clears away what a killed run has left in `place` under `name`: an unfinished
// site, or an old one that a new one had replaced. Foreign files in it go back
// to `site`, the output folder, which may be null. Fine if there is nothing.
Result<Done> clear_leftover(Folder& place, const std::string& name, Folder* site);

// Locks an output folder or a stage: two builds must not share one.
Result<Done> lock_site(Folder& folder);

}  // namespace carnet
