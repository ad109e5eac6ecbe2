// The one door to the disk. Whoever needs files gets a FileSystem as argument:
// the real one, or one in memory for tests.
//
// A FileSystem opens folders; everything else happens inside a Folder, under
// paths that are relative to it. No `..`, no link and no special file leads out
// of an opened folder, because books are untrusted. Machine problems are
// IoErrors, never exceptions. Every function may be called from any thread.

#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace carnet {

enum class EntryType : std::uint8_t {
  File,
  Folder,
  Link,   // A symbolic link.
  Other,  // A pipe, a socket, a device: never opened for reading.
};

// Tells whether two paths are the same file or folder.
struct FileIdentity {
  std::uint64_t device = 0;
  std::uint64_t file = 0;

  auto operator<=>(const FileIdentity&) const = default;
};

struct FileInfo {
  EntryType type = EntryType::Other;
  std::uint64_t size = 0;     // Of a File, in bytes.
  std::int64_t modified = 0;  // Nanoseconds since 1970.
  FileIdentity identity{};
};

struct FolderEntry {
  std::string name;
  FileInfo info;  // Of the entry itself: a link is a Link.
};

// What a Folder does with symbolic links below it.
enum class Links : std::uint8_t {
  Follow,  // As long as they stay inside. One that leads out is `cross_device_link`.
  Refuse,  // A link is only a name that can be listed, moved and removed.
};

// What happens to a file that stands where another one goes.
enum class Existing : std::uint8_t { Keep, Replace };

// An open folder. It stays the same folder when it is moved or renamed.
//
// Functions that take a second Folder require that it comes from the same
// FileSystem. Errors name the path as the user would write it.
class Folder {
 public:
  virtual ~Folder() = default;

  // The entries of the folder at `path` ("": this one), sorted bytewise.
  virtual Result<std::vector<FolderEntry>> list(const std::string& path) const = 0;

  // With Links::Refuse, a link at `path` itself is described, not followed.
  virtual Result<FileInfo> info(const std::string& path) const = 0;

  // The bytes of a file; `file_too_large` if there are more than `limit`.
  virtual Result<std::string> read(const std::string& path, std::uint64_t limit) const = 0;

  // Up to `count` bytes from `offset` on; fewer where the file ends.
  virtual Result<std::string> read_part(const std::string& path, std::uint64_t offset,
                                        std::size_t count) const = 0;

  // Whether there is a file with exactly these bytes. Nothing there is no error.
  virtual Result<bool> holds(const std::string& path, std::string_view bytes) const = 0;
  virtual Result<bool> holds_copy(const std::string& path, const Folder& from,
                                  const std::string& from_path) const = 0;

  // Whether other file systems may begin here, so that it cannot be renamed.
  virtual bool is_mount_point() const = 0;

  virtual Result<std::unique_ptr<Folder>> open(const std::string& path, Links links) const = 0;

  // Fails with `resource_unavailable_try_again` if another process, or another
  // open Folder, holds the lock. Lasts as long as this object.
  virtual Result<Done> lock() = 0;

  // Fine if it exists. Its parent must exist.
  virtual Result<Done> make_folder(const std::string& path) = 0;

  // Writes a new file; `file_exists` if something is there.
  virtual Result<Done> write(const std::string& path, std::string_view bytes) = 0;

  // Makes a new file with the bytes and the time of the other one.
  virtual Result<Done> copy(const Folder& from, const std::string& from_path,
                            const std::string& path) = 0;

  // A second name (a hard link) for the other file.
  virtual Result<Done> link(const Folder& from, const std::string& from_path,
                            const std::string& path) = 0;

  // Moves a file, folder or link here.
  virtual Result<Done> move(Folder& from, const std::string& from_path, const std::string& path,
                            Existing existing) = 0;

  // Each takes the place of the other, at once. `not_supported` if the disk cannot.
  virtual Result<Done> exchange(const std::string& path, const std::string& other) = 0;

  // Anything but a folder. Fine if there is nothing.
  virtual Result<Done> remove_file(const std::string& path) = 0;

  // `directory_not_empty` if something is in it. Fine if there is nothing.
  virtual Result<Done> remove_folder(const std::string& path) = 0;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // `path` is the user's; links on the way to the folder are followed.
  virtual Result<std::unique_ptr<Folder>> open_folder(const std::string& path, Links links) = 0;

  // Makes the folder and those it lies in, unless they exist.
  virtual Result<Done> make_folders(const std::string& path) = 0;

  // An absolute path without `.` and `..`, by its letters alone.
  virtual Result<std::string> absolute(const std::string& path) = 0;

  // The same with links resolved, as far as the path exists.
  virtual Result<std::string> resolve(const std::string& path) = 0;
};

}  // namespace carnet
