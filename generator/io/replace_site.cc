#include "io/replace_site.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"

namespace carnet {
namespace {

// Where a file waits that comes from another disk.
constexpr const char* kIncomingPath = "_carnet/incoming";

Result<Done> link_unchanged(const Folder& site, Stage& stage, const std::vector<std::string>& paths,
                            unsigned jobs) {
  std::vector<std::optional<IoError>> errors(paths.size());
  parallel_for(paths.size(), jobs, [&](std::size_t i) {
    Result<Done> done = stage.make_parents(paths[i]);
    if (done && !stage.folder().link(site, paths[i], paths[i])) {
      // Some disks have no hard links, and some users may not link what others own.
      done = stage.folder().copy(site, paths[i], paths[i]);
    }
    if (!done) errors[i] = done.error();
  });
  for (std::optional<IoError>& error : errors) {
    if (error) return *std::move(error);
  }
  return Done{};
}

// The stage becomes the output folder; the old site, if any, becomes the stage.
Result<Done> swap_folders(OutputPlace& place) {
  Folder& parent = *place.parent;
  const std::string stage = place.stage_name();
  const std::string old = place.old_name();
  if (!place.site) return parent.move(parent, stage, place.name, Existing::Keep);

  const Result<Done> exchanged = parent.exchange(place.name, stage);
  if (exchanged || exchanged.error().code != std::errc::not_supported) return exchanged;

  // For a moment there is no site. Only network disks need this.
  Result<Done> moved = parent.move(parent, place.name, old, Existing::Keep);
  if (!moved) return moved;
  moved = parent.move(parent, stage, place.name, Existing::Keep);
  if (!moved) {
    const Result<Done> back = parent.move(parent, old, place.name, Existing::Keep);
    return back ? moved : back;
  }
  return parent.move(parent, old, stage, Existing::Keep);
}

bool is_page(std::string_view path) { return path.ends_with(".html"); }

// Stale files that stand where the new site has a folder, or below a path where
// it has a file.
std::vector<std::string> find_blockers(const SiteChange& change) {
  std::vector<std::string> blockers;
  for (const std::string& path : change.stale) {
    bool blocks = change.next.has_folder(path);
    for (auto above = folder_of(path); !above.empty() && !blocks; above = folder_of(above)) {
      blocks = change.next.lists(above);
    }
    if (blocks) blockers.push_back(path);
  }
  return blockers;
}

Result<Done> place_file(Folder& site, Folder& stage, const std::string& path) {
  const Result<Done> moved = site.move(stage, path, path, Existing::Replace);
  if (moved || moved.error().code != std::errc::cross_device_link) return moved;
  Result<Done> done = site.remove_file(kIncomingPath);
  if (done) done = site.copy(stage, path, kIncomingPath);
  if (done) done = site.move(site, kIncomingPath, path, Existing::Replace);
  return done;
}

}  // namespace

Result<Done> replace_folder(OutputPlace& place, Stage& stage, const SiteChange& change,
                            unsigned jobs, std::string& note) {
  Result<Done> done = Done{};
  if (place.site) done = link_unchanged(*place.site, stage, change.unchanged, jobs);
  if (done) done = replace_manifest(stage.folder(), change.next);
  if (done && place.site) done = move_all(*place.site, stage.folder(), change.foreign);
  if (!done) return done;
  done = swap_folders(place);
  if (!done) {
    if (!place.site) return done;
    const Result<Done> back = move_all(stage.folder(), *place.site, change.foreign);
    if (back) return done;
    // The stage holds what is not ours now, so it must not be cleared away.
    stage.release();
    return back;
  }
  stage.release();
  if (!place.site) return done;
  Result<Done> removed = remove_listed(*place.site, place.manifest, jobs);
  if (removed) removed = place.parent->remove_folder(place.stage_name());
  if (!removed) {
    note = "the old site could not be removed: " + removed.error().path + ": " +
           removed.error().reason;
  }
  return done;
}

bool is_irreplaceable(const IoError& error) {
  switch (error.code) {
    case std::errc::cross_device_link:  // A mount point, or a layer below an overlay.
    case std::errc::device_or_resource_busy:
    case std::errc::permission_denied:
    case std::errc::operation_not_permitted:
    case std::errc::read_only_file_system:
    case std::errc::filename_too_long:
    case std::errc::not_supported:
    case std::errc::invalid_argument: return true;
    default: return false;
  }
}

Result<Done> replace_files(OutputPlace& place, Stage& stage, const SiteChange& change,
                           unsigned jobs) {
  Folder& site = *place.site;
  // First, all that is and will be ours, so that it stays ours if we are killed.
  Manifest both;
  std::set_union(place.manifest.files.begin(), place.manifest.files.end(),
                 change.next.files.begin(), change.next.files.end(),
                 std::back_inserter(both.files));
  const std::string_view incoming = kIncomingPath;
  both.files.insert(std::lower_bound(both.files.begin(), both.files.end(), incoming),
                    std::string(incoming));
  Result<Done> done = replace_manifest(site, both);
  if (done) done = remove_files(site, find_blockers(change), jobs);

  FolderMaker folders(site);
  std::vector<std::string> ordered = change.written;
  std::stable_partition(ordered.begin(), ordered.end(),
                        [](const std::string& path) { return !is_page(path); });
  for (const std::string& path : ordered) {
    if (done) done = folders.make_parents(path);
    if (done) done = place_file(site, stage.folder(), path);
  }
  if (done) done = remove_files(site, change.stale, jobs);
  if (done) done = replace_manifest(site, change.next);
  return done;
}

}  // namespace carnet
