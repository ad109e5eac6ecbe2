// The half of RealFolder that changes the disk.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "io/real_folder.h"

namespace carnet {
namespace {

// Less the umask.
constexpr mode_t kFileMode = 0644;
constexpr mode_t kFolderMode = 0755;

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// The kernel copies what it can without showing it to us; the rest goes by hand.
bool copy_all(int from, int to) {
  constexpr std::size_t kAtOnce = 1u << 30;
  while (copy_file_range(from, nullptr, to, nullptr, kAtOnce, 0) > 0) {
  }
  std::array<char, 64u << 10> buffer;
  while (true) {
    const ssize_t count = ::read(from, buffer.data(), buffer.size());
    if (count == 0) return true;
    if (count < 0 && errno != EINTR) return false;
    if (count > 0 && !write_all(to, {buffer.data(), static_cast<std::size_t>(count)})) {
      return false;
    }
  }
}

}  // namespace

Result<Done> RealFolder::lock() {
  Descriptor folder = open_path("", O_RDONLY | O_DIRECTORY);
  if (!folder) return failure("");
  // A disk without locks is used without: the lock guards against an accident.
  if (flock(folder.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return failure("");
  lock_ = std::move(folder);
  return Done{};
}

Result<Done> RealFolder::make_folder(const std::string& path) {
  Result<Parent> parent = open_parent(path);
  if (!parent) return parent.error();
  if (mkdirat(parent->descriptor.number(), parent->name.c_str(), kFolderMode) == 0) return Done{};
  if (errno != EEXIST) return failure(path);
  struct stat status {};
  if (fstatat(parent->descriptor.number(), parent->name.c_str(), &status, AT_SYMLINK_NOFOLLOW) !=
      0) {
    return failure(path);
  }
  if (!S_ISDIR(status.st_mode)) return failure(path, std::errc::not_a_directory);
  return Done{};
}

// Closes a file that was just made, or takes it away again if it is not `complete`.
Result<Done> RealFolder::finish_new_file(const std::string& path, Descriptor file, bool complete) {
  if (complete && file.close()) return Done{};
  const IoError error = failure(path);
  (void)remove_file(path);
  return error;
}

Result<Done> RealFolder::write(const std::string& path, std::string_view bytes) {
  Descriptor file = open_path(path, O_WRONLY | O_CREAT | O_EXCL, kFileMode);
  if (!file) return failure(path);
  const bool complete = write_all(file.number(), bytes);
  return finish_new_file(path, std::move(file), complete);
}

Result<Done> RealFolder::copy(const Folder& from, const std::string& from_path,
                              const std::string& path) {
  Result<OpenFile> source = static_cast<const RealFolder&>(from).open_file(from_path);
  if (!source) return source.error();
  Descriptor file = open_path(path, O_WRONLY | O_CREAT | O_EXCL, kFileMode);
  if (!file) return failure(path);
  // The time is the one from before we read: a file that changes while it is
  // copied is newer than its copy, and will be copied again.
  const timespec times[] = {{0, UTIME_OMIT},
                            {source->info.modified / 1'000'000'000,
                             static_cast<long>(source->info.modified % 1'000'000'000)}};
  const bool complete = copy_all(source->descriptor.number(), file.number());
  // A disk that cannot keep the time costs a comparison the next time, no more.
  if (complete) (void)futimens(file.number(), times);
  return finish_new_file(path, std::move(file), complete);
}

Result<Done> RealFolder::link(const Folder& from, const std::string& from_path,
                              const std::string& path) {
  const auto& source_folder = static_cast<const RealFolder&>(from);
  Result<Parent> source = source_folder.open_parent(from_path);
  if (!source) return source.error();
  Result<Parent> parent = open_parent(path);
  if (!parent) return parent.error();
  if (linkat(source->descriptor.number(), source->name.c_str(), parent->descriptor.number(),
             parent->name.c_str(), 0) != 0) {
    return failure(path);
  }
  return Done{};
}

Result<Done> RealFolder::move(Folder& from, const std::string& from_path, const std::string& path,
                              Existing existing) {
  Result<Parent> source = static_cast<RealFolder&>(from).open_parent(from_path);
  if (!source) return source.error();
  Result<Parent> parent = open_parent(path);
  if (!parent) return parent.error();
  const int source_folder = source->descriptor.number();
  const int folder = parent->descriptor.number();
  const char* source_name = source->name.c_str();
  const char* name = parent->name.c_str();
  if (existing == Existing::Keep) {
    if (renameat2(source_folder, source_name, folder, name, RENAME_NOREPLACE) == 0) return Done{};
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) return failure(path);
    // This disk has no such call: look first.
    struct stat status {};
    if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0) {
      return failure(path, std::errc::file_exists);
    }
  }
  if (renameat(source_folder, source_name, folder, name) != 0) return failure(path);
  return Done{};
}

Result<Done> RealFolder::exchange(const std::string& path, const std::string& other) {
  Result<Parent> first = open_parent(path);
  if (!first) return first.error();
  Result<Parent> second = open_parent(other);
  if (!second) return second.error();
  if (renameat2(first->descriptor.number(), first->name.c_str(), second->descriptor.number(),
                second->name.c_str(), RENAME_EXCHANGE) == 0) {
    return Done{};
  }
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) {
    return failure(path, std::errc::not_supported);
  }
  return failure(path);
}

Result<Done> RealFolder::remove_file(const std::string& path) {
  Result<Parent> parent = open_parent(path);
  if (!parent && parent.error().code == std::errc::no_such_file_or_directory) return Done{};
  if (!parent) return parent.error();
  if (unlinkat(parent->descriptor.number(), parent->name.c_str(), 0) == 0) return Done{};
  if (errno == ENOENT) return Done{};
  return failure(path);
}

Result<Done> RealFolder::remove_folder(const std::string& path) {
  Result<Parent> parent = open_parent(path);
  if (!parent && parent.error().code == std::errc::no_such_file_or_directory) return Done{};
  if (!parent) return parent.error();
  if (unlinkat(parent->descriptor.number(), parent->name.c_str(), AT_REMOVEDIR) == 0) return Done{};
  if (errno == ENOENT) return Done{};
  if (errno == EEXIST) return failure(path, std::errc::directory_not_empty);
  return failure(path);
}

}  // namespace carnet
