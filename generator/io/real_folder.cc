#include "io/real_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/path.h"

namespace carnet {
namespace {

// Large enough that a page is one call, small enough for any thread's stack.
using Buffer = std::array<char, 64u << 10>;

FileInfo to_info(const struct stat& status) {
  FileInfo info;
  switch (status.st_mode & S_IFMT) {
    case S_IFREG:
      info.type = EntryType::File;
      info.size = static_cast<std::uint64_t>(status.st_size);
      break;
    case S_IFDIR: info.type = EntryType::Folder; break;
    case S_IFLNK: info.type = EntryType::Link; break;
    default: info.type = EntryType::Other;
  }
  info.modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  info.identity = {status.st_dev, status.st_ino};
  return info;
}

// Reads until `size` bytes are there or the file ends; -1 with errno.
ssize_t read_full(int file, char* to, std::size_t size) {
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = ::read(file, to + done, size - done);
    if (count == 0) break;
    if (count > 0) done += static_cast<std::size_t>(count);
    if (count < 0 && errno != EINTR) return -1;
  }
  return static_cast<ssize_t>(done);
}

bool is_missing(const IoError& error) {
  return error.code == std::errc::no_such_file_or_directory ||
         error.code == std::errc::not_a_directory;
}

// What holds() and holds_copy() say when there is no file that could be compared.
bool is_not_comparable(const IoError& error) {
  return is_missing(error) || error.code == std::errc::is_a_directory ||
         error.code == std::errc::invalid_argument ||
         error.code == std::errc::no_such_device_or_address ||
         error.code == std::errc::too_many_symbolic_link_levels;
}

}  // namespace

RealFolder::RealFolder(Resolver resolver, Descriptor descriptor, std::string label, Links links)
    : resolver_(resolver),
      descriptor_(std::move(descriptor)),
      label_(std::move(label)),
      links_(links) {}

std::string RealFolder::label(const std::string& path) const {
  if (path.empty()) return label_;
  if (label_ == ".") return path;
  return label_.ends_with('/') ? label_ + path : join_path(label_, path);
}

IoError RealFolder::failure(const std::string& path) const { return io_error(label(path), errno); }

IoError RealFolder::failure(const std::string& path, std::errc code) const {
  return io_error(label(path), code);
}

Descriptor RealFolder::open_path(const std::string& path, int flags, mode_t mode) const {
  return open_beneath(resolver_, descriptor_.number(), path, flags, mode, links_);
}

Result<RealFolder::OpenFile> RealFolder::open_file(const std::string& path) const {
  // O_NONBLOCK: opening a pipe would otherwise wait for somebody to write.
  Descriptor file = open_path(path, O_RDONLY | O_NONBLOCK | O_NOCTTY);
  if (!file) return failure(path);
  struct stat status {};
  if (fstat(file.number(), &status) != 0) return failure(path);
  const FileInfo info = to_info(status);
  if (info.type == EntryType::Folder) return failure(path, std::errc::is_a_directory);
  if (info.type != EntryType::File) return failure(path, std::errc::invalid_argument);
  return OpenFile{std::move(file), info};
}

Result<RealFolder::Parent> RealFolder::open_parent(const std::string& path) const {
  const std::string name(file_name_of(path));
  if (name.empty() || name == "." || name == ".." || name.find('\0') != std::string::npos) {
    return failure(path, std::errc::invalid_argument);
  }
  Descriptor folder = open_path(std::string(folder_of(path)), O_PATH | O_DIRECTORY);
  if (!folder) return failure(path);
  return Parent{std::move(folder), name};
}

Result<std::vector<FolderEntry>> RealFolder::list(const std::string& path) const {
  Descriptor folder = open_path(path, O_RDONLY | O_DIRECTORY);
  if (!folder) return failure(path);
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(fdopendir(folder.number()), &closedir);
  if (!stream) return failure(path);
  (void)folder.release();  // The stream closes it.

  std::vector<FolderEntry> entries;
  while (true) {
    errno = 0;
    const dirent* entry = readdir(stream.get());
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat status {};
    if (fstatat(dirfd(stream.get()), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno == ENOENT) continue;  // It went away while we looked.
      return failure(join_path(path, name));
    }
    entries.push_back({std::string(name), to_info(status)});
  }
  if (errno != 0) return failure(path);
  std::sort(entries.begin(), entries.end(),
            [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
  return entries;
}

Result<FileInfo> RealFolder::info(const std::string& path) const {
  const int links = links_ == Links::Refuse ? O_NOFOLLOW : 0;
  const Descriptor file = open_path(path, O_PATH | links);
  struct stat status {};
  if (!file || fstat(file.number(), &status) != 0) return failure(path);
  return to_info(status);
}

Result<std::string> RealFolder::read(const std::string& path, std::uint64_t limit) const {
  Result<OpenFile> file = open_file(path);
  if (!file) return file.error();
  if (file->info.size > limit) return failure(path, std::errc::file_too_large);

  // One byte more than expected shows whether the file has grown meanwhile.
  std::string bytes(static_cast<std::size_t>(file->info.size) + 1, '\0');
  std::size_t size = 0;
  while (true) {
    const ssize_t count =
        read_full(file->descriptor.number(), bytes.data() + size, bytes.size() - size);
    if (count < 0) return failure(path);
    size += static_cast<std::size_t>(count);
    if (size > limit) return failure(path, std::errc::file_too_large);
    if (size < bytes.size()) break;
    bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

Result<std::string> RealFolder::read_part(const std::string& path, std::uint64_t offset,
                                          std::size_t count) const {
  Result<OpenFile> file = open_file(path);
  if (!file) return file.error();
  if (offset >= file->info.size) return std::string();
  // What the file holds, not what was asked for, decides how much memory is taken.
  std::string bytes(std::min<std::uint64_t>(count, file->info.size - offset), '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = pread(file->descriptor.number(), bytes.data() + size, bytes.size() - size,
                              static_cast<off_t>(offset + size));
    if (got == 0) break;
    if (got > 0) size += static_cast<std::size_t>(got);
    if (got < 0 && errno != EINTR) return failure(path);
  }
  bytes.resize(size);
  return bytes;
}

Result<bool> RealFolder::holds(const std::string& path, std::string_view bytes) const {
  Result<OpenFile> file = open_file(path);
  if (!file) {
    if (is_not_comparable(file.error())) return false;
    return file.error();
  }
  if (file->info.size != bytes.size()) return false;
  Buffer buffer;
  while (!bytes.empty()) {
    const std::size_t size = std::min(buffer.size(), bytes.size());
    const ssize_t count = read_full(file->descriptor.number(), buffer.data(), size);
    if (count < 0) return failure(path);
    if (static_cast<std::size_t>(count) != size) return false;
    if (std::memcmp(buffer.data(), bytes.data(), size) != 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

Result<bool> RealFolder::holds_copy(const std::string& path, const Folder& from,
                                    const std::string& from_path) const {
  const auto& source_folder = static_cast<const RealFolder&>(from);
  Result<OpenFile> source = source_folder.open_file(from_path);
  if (!source) return source.error();
  Result<OpenFile> file = open_file(path);
  if (!file) {
    if (is_not_comparable(file.error())) return false;
    return file.error();
  }
  if (file->info.size != source->info.size) return false;
  Buffer ours;
  Buffer theirs;
  while (true) {
    const ssize_t count = read_full(file->descriptor.number(), ours.data(), ours.size());
    if (count < 0) return failure(path);
    const ssize_t other = read_full(source->descriptor.number(), theirs.data(), theirs.size());
    if (other < 0) return source_folder.failure(from_path);
    if (count != other) return false;
    if (count == 0) return true;
    if (std::memcmp(ours.data(), theirs.data(), static_cast<std::size_t>(count)) != 0) return false;
  }
}

bool RealFolder::is_mount_point() const {
#ifdef STATX_ATTR_MOUNT_ROOT
  struct statx status {};
  return statx(descriptor_.number(), "", AT_EMPTY_PATH, 0, &status) == 0 &&
         (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
  return false;
#endif
}

Result<std::unique_ptr<Folder>> RealFolder::open(const std::string& path, Links links) const {
  Descriptor folder = open_path(path, O_PATH | O_DIRECTORY);
  if (!folder) return failure(path);
  return std::unique_ptr<Folder>(
      std::make_unique<RealFolder>(resolver_, std::move(folder), label(path), links));
}

}  // namespace carnet
