// What lies on a disk in memory, and where a path leads on it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "io/file_system.h"
#include "io/memory_file_system.h"

namespace carnet {

struct MemoryFileSystem::Node {
  EntryType type = EntryType::File;
  std::string bytes;  // Of a file; the target of a link.
  std::int64_t modified = 0;
  std::uint64_t number = 0;
  std::map<std::string, std::shared_ptr<Node>> children;  // Of a folder.
  bool locked = false;
};

struct MemoryFileSystem::Disk {
  struct Failure {
    MemoryOperation operation;
    std::errc code;
    std::size_t successes;
    std::string part;
  };

  std::mutex mutex;
  std::vector<Failure> failures;
  std::uint64_t count = 0;
  std::shared_ptr<Node> root;

  std::shared_ptr<Node> make(EntryType type, std::string bytes = {});

  // The failure that was asked for, if it is due.
  std::optional<std::errc> failure(MemoryOperation operation, const std::string& path);
};

using MemoryNode = std::shared_ptr<MemoryFileSystem::Node>;

// Longer names are refused, as real disks do.
inline constexpr std::size_t kMaxMemoryName = 255;

enum class LastLink { Follow, Take };

// Where a path leads below a folder, or why it leads nowhere.
struct MemoryPlace {
  MemoryNode node;
  std::errc code{};
};
MemoryPlace find_in_memory(const MemoryNode& root, const std::string& path, Links links,
                           LastLink last);

// The parent of `path`, made on the way.
MemoryNode make_parent(MemoryFileSystem::Disk& disk, const std::string& path);

}  // namespace carnet
