#include "io/memory_disk.h"

#include <string_view>
#include <utility>

#include "base/path.h"

namespace carnet {
namespace {

constexpr int kMaxLinks = 40;

void push_segments(std::vector<std::string>& ahead, std::string_view path) {
  const std::size_t bottom = ahead.size();
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (!segment.empty() && segment != ".") {
      ahead.emplace(ahead.begin() + static_cast<std::ptrdiff_t>(bottom), segment);
    }
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
}

}  // namespace

std::shared_ptr<MemoryFileSystem::Node> MemoryFileSystem::Disk::make(EntryType type,
                                                                     std::string bytes) {
  auto node = std::make_shared<Node>();
  node->type = type;
  node->bytes = std::move(bytes);
  node->number = ++count;
  // Every change has a time of its own, with a fraction of a second.
  node->modified = static_cast<std::int64_t>(count) * 1'000'000'000 + 1;
  return node;
}

std::optional<std::errc> MemoryFileSystem::Disk::failure(MemoryOperation operation,
                                                         const std::string& path) {
  for (Failure& failure : failures) {
    if (failure.operation != operation || path.find(failure.part) == std::string::npos) continue;
    if (failure.successes == 0) return failure.code;
    --failure.successes;
  }
  return std::nullopt;
}

MemoryPlace find_in_memory(const MemoryNode& root, const std::string& path, Links links,
                           LastLink last) {
  std::vector<std::string> ahead;
  std::vector<MemoryNode> way{root};
  int followed = 0;
  if (path.starts_with('/')) return {nullptr, std::errc::cross_device_link};
  push_segments(ahead, path);
  while (!ahead.empty()) {
    const std::string segment = std::move(ahead.back());
    ahead.pop_back();
    if (segment == "..") {
      if (way.size() == 1) return {nullptr, std::errc::cross_device_link};
      way.pop_back();
      continue;
    }
    if (way.back()->type != EntryType::Folder) return {nullptr, std::errc::not_a_directory};
    if (segment.size() > kMaxMemoryName) return {nullptr, std::errc::filename_too_long};
    const auto child = way.back()->children.find(segment);
    if (child == way.back()->children.end()) {
      return {nullptr, std::errc::no_such_file_or_directory};
    }
    if (child->second->type == EntryType::Link && !(ahead.empty() && last == LastLink::Take)) {
      if (links == Links::Refuse || ++followed > kMaxLinks) {
        return {nullptr, std::errc::too_many_symbolic_link_levels};
      }
      if (child->second->bytes.starts_with('/')) return {nullptr, std::errc::cross_device_link};
      push_segments(ahead, child->second->bytes);
      continue;
    }
    way.push_back(child->second);
  }
  return {way.back()};
}

MemoryNode make_parent(MemoryFileSystem::Disk& disk, const std::string& path) {
  MemoryNode node = disk.root;
  std::vector<std::string> ahead;
  push_segments(ahead, folder_of(path));
  for (; !ahead.empty(); ahead.pop_back()) {
    MemoryNode& child = node->children[ahead.back()];
    if (!child) child = disk.make(EntryType::Folder);
    node = child;
  }
  return node;
}

}  // namespace carnet
