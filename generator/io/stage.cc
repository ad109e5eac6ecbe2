#include "io/stage.h"

#include <optional>
#include <utility>
#include <vector>

namespace carnet {

Result<std::unique_ptr<Stage>> Stage::begin(Folder& place, const std::string& name) {
  const Result<Done> made = place.make_folder(name);
  if (!made) return made.error();
  Result<std::unique_ptr<Folder>> folder = place.open(name, Links::Refuse);
  if (!folder) return folder.error();
  std::unique_ptr<Stage> stage(new Stage(place, name, std::move(*folder)));
  Result<Done> begun = lock_site(stage->folder());
  if (!begun) {
    stage->release();
    return begun.error();
  }
  begun = replace_manifest(stage->folder(), {Manifest::State::Building, {}});
  if (!begun) return begun.error();
  return stage;
}

Stage::~Stage() {
  // If this fails, the next run clears it away.
  if (!is_released_) (void)remove_stage(place_, name_);
}

Result<Done> clear_leftover(Folder& place, const std::string& name, Folder* site) {
  const Result<FileInfo> info = place.info(name);
  if (!info && info.error().code == std::errc::no_such_file_or_directory) return Done{};
  // A name that is too long for the disk was never made.
  if (!info && info.error().code == std::errc::filename_too_long) return Done{};
  if (!info) return info.error();
  Result<std::unique_ptr<Folder>> folder = place.open(name, Links::Refuse);
  if (!folder) return folder.error();
  Result<Done> done = lock_site(**folder);
  if (!done) return done;
  Result<std::optional<Manifest>> manifest = read_manifest(**folder);
  if (!manifest) return manifest.error();

  if (!manifest->has_value()) {
    // Killed before the marker was there, or after it was gone.
    remove_unfinished_manifest(**folder);
  } else if ((*manifest)->state == Manifest::State::Building) {
    return remove_stage(place, name);
  } else {
    const Result<std::vector<std::string>> foreign = find_foreign(**folder, **manifest, {});
    if (!foreign) return foreign.error();
    if (site != nullptr) done = move_all(**folder, *site, *foreign);
    if (done) done = remove_listed(**folder, **manifest, 1);
  }
  if (done) done = place.remove_folder(name);
  if (!done && (done.error().code == std::errc::directory_not_empty ||
                done.error().code == std::errc::file_exists)) {
    IoError error = done.error();
    error.reason = "it holds files that carnet did not write; move them to another place";
    return error;
  }
  return done;
}

Result<Done> lock_site(Folder& folder) {
  Result<Done> locked = folder.lock();
  if (locked || locked.error().code != std::errc::resource_unavailable_try_again) return locked;
  IoError error = locked.error();
  error.reason = "another build is writing this site; wait until it has ended";
  return error;
}

}  // namespace carnet
