#include "io/output_place.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/path.h"
#include "io/stage.h"

namespace carnet {
namespace {

// is_inside() for absolute paths, where "/" ends with the slash of its children.
bool lies_in(const std::string& path, const std::string& folder) {
  return folder == "/" || is_inside(path, folder);
}

// Where the output folder really is.
Result<std::string> resolve_output(FileSystem& files, const std::string& output,
                                   const std::string& book) {
  const Result<std::string> typed_output = files.absolute(output);
  if (!typed_output) return typed_output;
  const Result<std::string> typed_book = files.absolute(book);
  if (!typed_book) return typed_book;
  Result<std::string> real_output = files.resolve(output);
  if (!real_output) return real_output;
  const Result<std::string> real_book = files.resolve(book);
  if (!real_book) return real_book;

  if (lies_in(*real_book, *real_output)) {
    return IoError{output, "the book lies there; choose another folder for the site"};
  }
  // The book may come from a stranger. A link in it must not choose what we write to.
  if (lies_in(*typed_output, *typed_book) && !lies_in(*real_output, *real_book)) {
    return IoError{output, "a symbolic link leads out of the book; remove it, or name its target"};
  }
  return real_output;
}

// A build was killed between the two renames of a disk that cannot exchange.
Result<Done> bring_back_old_site(OutputPlace& place) {
  const Result<FileInfo> site = place.parent->info(place.name);
  if (site || site.error().code != std::errc::no_such_file_or_directory) return Done{};
  const Result<std::unique_ptr<Folder>> old = place.parent->open(place.old_name(), Links::Refuse);
  if (!old) return Done{};
  const Result<std::optional<Manifest>> manifest = read_manifest(**old);
  if (!manifest) return manifest.error();
  if (!manifest->has_value() || (*manifest)->state != Manifest::State::Complete) return Done{};
  return place.parent->move(*place.parent, place.old_name(), place.name, Existing::Keep);
}

Result<Done> open_site(OutputPlace& place, const std::string& output) {
  const Result<FileInfo> info = place.parent->info(place.name);
  if (!info && info.error().code == std::errc::no_such_file_or_directory) return Done{};
  if (!info) return info.error();
  if (info->type == EntryType::Link) return IoError{output, "a symbolic link that leads nowhere"};
  if (info->type != EntryType::Folder) return IoError{output, "a file, not a folder"};
  Result<std::unique_ptr<Folder>> site = place.parent->open(place.name, Links::Refuse);
  if (!site) return site.error();
  place.site = std::move(*site);
  return lock_site(*place.site);
}

Result<Done> read_site(OutputPlace& place, const std::string& output) {
  const Result<std::optional<Manifest>> manifest = read_manifest(*place.site);
  if (!manifest) return manifest.error();
  if (manifest->has_value() && (*manifest)->state == Manifest::State::Complete) {
    place.manifest = **manifest;
    return Done{};
  }
  remove_unfinished_manifest(*place.site);
  const Result<std::vector<FolderEntry>> entries = place.site->list("");
  if (!entries) return entries.error();
  if (entries->empty()) return Done{};
  return IoError{output,
                 "the folder is not empty, and carnet did not write what is in it; choose another "
                 "folder, or empty this one yourself"};
}

}  // namespace

Result<OutputPlace> open_output_place(FileSystem& files, const std::string& output,
                                      const std::string& book) {
  const Result<std::string> path = resolve_output(files, output, book);
  if (!path) return path.error();

  OutputPlace place;
  place.name = std::string(file_name_of(*path));
  place.parent_path = "/" + std::string(folder_of(path->substr(1)));
  if (const Result<Done> made = files.make_folders(place.parent_path); !made) return made.error();
  Result<std::unique_ptr<Folder>> parent = files.open_folder(place.parent_path, Links::Refuse);
  if (!parent) return parent.error();
  place.parent = std::move(*parent);

  Result<Done> done = bring_back_old_site(place);
  if (done) done = open_site(place, output);
  if (done) done = clear_leftover(*place.parent, place.stage_name(), place.site.get());
  if (done) done = clear_leftover(*place.parent, place.old_name(), place.site.get());
  if (done && place.site) done = clear_leftover(*place.site, kInnerStageName, place.site.get());
  if (done && place.site) done = read_site(place, output);
  if (!done) return done.error();
  return place;
}

}  // namespace carnet
