#include "io/memory_file_system.h"

#include <utility>

#include "base/path.h"
#include "io/memory_disk.h"
#include "io/memory_folder.h"
#include "io/posix.h"

namespace carnet {
namespace {

void print_tree(const MemoryFileSystem::Node& node, const std::string& path, std::string& text) {
  if (node.type != EntryType::Folder) {
    text += path + "\n";
  } else if (node.children.empty() && !path.empty()) {
    text += path + "/\n";
  }
  for (const auto& [name, child] : node.children) print_tree(*child, join_path(path, name), text);
}

// Below the root of the disk, which is also the working folder.
std::string from_root(const std::string& path) {
  return resolve_path("", path).value_or(std::string());
}

}  // namespace

MemoryFileSystem::MemoryFileSystem() : disk_(std::make_shared<Disk>()) {
  disk_->root = disk_->make(EntryType::Folder);
}

MemoryFileSystem::~MemoryFileSystem() = default;

Result<std::unique_ptr<Folder>> MemoryFileSystem::open_folder(const std::string& path,
                                                              Links links) {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found =
      find_in_memory(disk_->root, from_root(path), Links::Follow, LastLink::Follow);
  if (!found.node) return io_error(path, found.code);
  if (found.node->type != EntryType::Folder) return io_error(path, std::errc::not_a_directory);
  return std::unique_ptr<Folder>(
      std::make_unique<MemoryFolder>(disk_, found.node, path.empty() ? "." : path, links));
}

Result<Done> MemoryFileSystem::make_folders(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::MakeFolder, path)) {
    return io_error(path, *code);
  }
  make_parent(*disk_, join_path(from_root(path), "x"));
  return Done{};
}

Result<std::string> MemoryFileSystem::absolute(const std::string& path) {
  return "/" + from_root(path);
}

// Links to folders on the way are not resolved here; tests of that use the disk.
Result<std::string> MemoryFileSystem::resolve(const std::string& path) { return absolute(path); }

void MemoryFileSystem::put(const std::string& path, std::string bytes) {
  const std::lock_guard guard(disk_->mutex);
  make_parent(*disk_, path)->children[std::string(file_name_of(path))] =
      disk_->make(EntryType::File, std::move(bytes));
}

void MemoryFileSystem::put_link(const std::string& path, const std::string& target) {
  const std::lock_guard guard(disk_->mutex);
  make_parent(*disk_, path)->children[std::string(file_name_of(path))] =
      disk_->make(EntryType::Link, target);
}

void MemoryFileSystem::put_special(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  make_parent(*disk_, path)->children[std::string(file_name_of(path))] =
      disk_->make(EntryType::Other);
}

std::string MemoryFileSystem::tree(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found =
      find_in_memory(disk_->root, from_root(path), Links::Refuse, LastLink::Take);
  std::string text;
  if (found.node) print_tree(*found.node, "", text);
  return text;
}

std::optional<std::string> MemoryFileSystem::bytes(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found =
      find_in_memory(disk_->root, from_root(path), Links::Refuse, LastLink::Take);
  if (!found.node || found.node->type != EntryType::File) return std::nullopt;
  return found.node->bytes;
}

void MemoryFileSystem::fail(MemoryOperation operation, std::errc code, std::size_t successes,
                            std::string part) {
  const std::lock_guard guard(disk_->mutex);
  disk_->failures.push_back({operation, code, successes, std::move(part)});
}

void MemoryFileSystem::heal() {
  const std::lock_guard guard(disk_->mutex);
  disk_->failures.clear();
}

}  // namespace carnet
