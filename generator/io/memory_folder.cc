#include "io/memory_folder.h"

#include <utility>

#include "base/path.h"
#include "io/posix.h"

namespace carnet {

template <typename MakeNode>
Result<Done> MemoryFolder::add(MemoryOperation operation, const std::string& path,
                               const MakeNode& make_node) {
  if (const auto code = disk_->failure(operation, label(path))) return error(path, *code);
  const Place place = find_place(path);
  if (!place.parent) return error(path, place.code);
  if (place.parent->children.contains(place.name)) return error(path, std::errc::file_exists);
  place.parent->children[place.name] = make_node();
  return Done{};
}

template <typename Check>
Result<Done> MemoryFolder::remove(const std::string& path, const Check& check) {
  if (const auto code = disk_->failure(MemoryOperation::Remove, label(path))) {
    return error(path, *code);
  }
  const Place place = find_place(path);
  if (!place.parent) {
    if (place.code == std::errc::no_such_file_or_directory) return Done{};
    return error(path, place.code);
  }
  const auto child = place.parent->children.find(place.name);
  if (child == place.parent->children.end()) return Done{};
  if (const std::errc code = check(*child->second); code != std::errc{}) return error(path, code);
  place.parent->children.erase(child);
  return Done{};
}

Result<std::vector<FolderEntry>> MemoryFolder::list(const std::string& path) const {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::List, label(path))) {
    return error(path, *code);
  }
  const MemoryPlace found = find(path);
  if (!found.node) return error(path, found.code);
  if (found.node->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
  std::vector<FolderEntry> entries;
  for (const auto& [name, child] : found.node->children) {
    entries.push_back({name, describe(*child)});
  }
  return entries;
}

Result<FileInfo> MemoryFolder::info(const std::string& path) const {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found = find_in_memory(
      node_, path, links_, links_ == Links::Refuse ? LastLink::Take : LastLink::Follow);
  if (!found.node) return error(path, found.code);
  return describe(*found.node);
}

Result<std::string> MemoryFolder::read(const std::string& path, std::uint64_t limit) const {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::Read, label(path))) {
    return error(path, *code);
  }
  const MemoryPlace found = find_file(path);
  if (!found.node) return error(path, found.code);
  if (found.node->bytes.size() > limit) return error(path, std::errc::file_too_large);
  return found.node->bytes;
}

Result<std::string> MemoryFolder::read_part(const std::string& path, std::uint64_t offset,
                                            std::size_t count) const {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::Read, label(path))) {
    return error(path, *code);
  }
  const MemoryPlace found = find_file(path);
  if (!found.node) return error(path, found.code);
  const std::string& bytes = found.node->bytes;
  return offset < bytes.size() ? bytes.substr(static_cast<std::size_t>(offset), count)
                               : std::string();
}

Result<bool> MemoryFolder::holds(const std::string& path, std::string_view bytes) const {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found = find_file(path);
  return found.node && found.node->bytes == bytes;
}

Result<bool> MemoryFolder::holds_copy(const std::string& path, const Folder& from,
                                      const std::string& from_path) const {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace source = as_memory(from).find_file(from_path);
  if (!source.node) return as_memory(from).error(from_path, source.code);
  const MemoryPlace found = find_file(path);
  return found.node && found.node->bytes == source.node->bytes;
}

Result<std::unique_ptr<Folder>> MemoryFolder::open(const std::string& path, Links links) const {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace found = find(path);
  if (!found.node) return error(path, found.code);
  if (found.node->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
  return std::unique_ptr<Folder>(
      std::make_unique<MemoryFolder>(disk_, found.node, label(path), links));
}

Result<Done> MemoryFolder::lock() {
  const std::lock_guard guard(disk_->mutex);
  if (node_->locked) return error("", std::errc::resource_unavailable_try_again);
  node_->locked = true;
  holds_lock_ = true;
  return Done{};
}

Result<Done> MemoryFolder::make_folder(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::MakeFolder, label(path))) {
    return error(path, *code);
  }
  const Place place = find_place(path);
  if (!place.parent) return error(path, place.code);
  MemoryNode& child = place.parent->children[place.name];
  if (!child) child = disk_->make(EntryType::Folder);
  if (child->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
  return Done{};
}

Result<Done> MemoryFolder::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard guard(disk_->mutex);
  return add(MemoryOperation::Write, path,
             [&] { return disk_->make(EntryType::File, std::string(bytes)); });
}

Result<Done> MemoryFolder::copy(const Folder& from, const std::string& from_path,
                                const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace source = as_memory(from).find_file(from_path);
  if (!source.node) return as_memory(from).error(from_path, source.code);
  return add(MemoryOperation::Copy, path, [&] {
    const MemoryNode file = disk_->make(EntryType::File, source.node->bytes);
    file->modified = source.node->modified;
    return file;
  });
}

Result<Done> MemoryFolder::link(const Folder& from, const std::string& from_path,
                                const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  const MemoryPlace source = as_memory(from).find_file(from_path);
  if (!source.node) return as_memory(from).error(from_path, source.code);
  return add(MemoryOperation::Link, path, [&] { return source.node; });
}

Result<Done> MemoryFolder::move(Folder& from, const std::string& from_path, const std::string& path,
                                Existing existing) {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::Move, label(path))) {
    return error(path, *code);
  }
  const Place source = as_memory(from).find_place(from_path);
  if (!source.parent) return as_memory(from).error(from_path, source.code);
  const auto moved = source.parent->children.find(source.name);
  if (moved == source.parent->children.end()) {
    return as_memory(from).error(from_path, std::errc::no_such_file_or_directory);
  }
  const Place place = find_place(path);
  if (!place.parent) return error(path, place.code);
  const auto target = place.parent->children.find(place.name);
  if (target != place.parent->children.end()) {
    if (existing == Existing::Keep) return error(path, std::errc::file_exists);
    const bool onto_folder = target->second->type == EntryType::Folder;
    if (onto_folder && moved->second->type != EntryType::Folder) {
      return error(path, std::errc::is_a_directory);
    }
    if (onto_folder && !target->second->children.empty()) {
      return error(path, std::errc::directory_not_empty);
    }
    if (!onto_folder && moved->second->type == EntryType::Folder) {
      return error(path, std::errc::not_a_directory);
    }
  }
  const MemoryNode node = moved->second;
  source.parent->children.erase(moved);
  place.parent->children[place.name] = node;
  return Done{};
}

Result<Done> MemoryFolder::exchange(const std::string& path, const std::string& other) {
  const std::lock_guard guard(disk_->mutex);
  if (const auto code = disk_->failure(MemoryOperation::Exchange, label(path))) {
    return error(path, *code);
  }
  const Place first = find_place(path);
  if (!first.parent) return error(path, first.code);
  const Place second = find_place(other);
  if (!second.parent) return error(other, second.code);
  const auto one = first.parent->children.find(first.name);
  const auto two = second.parent->children.find(second.name);
  if (one == first.parent->children.end() || two == second.parent->children.end()) {
    return error(path, std::errc::no_such_file_or_directory);
  }
  std::swap(one->second, two->second);
  return Done{};
}

Result<Done> MemoryFolder::remove_file(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  return remove(path, [&](const MemoryFileSystem::Node& node) -> std::errc {
    return node.type == EntryType::Folder ? std::errc::is_a_directory : std::errc{};
  });
}

Result<Done> MemoryFolder::remove_folder(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  return remove(path, [&](const MemoryFileSystem::Node& node) -> std::errc {
    if (node.type != EntryType::Folder) return std::errc::not_a_directory;
    return node.children.empty() ? std::errc{} : std::errc::directory_not_empty;
  });
}

const MemoryFolder& MemoryFolder::as_memory(const Folder& folder) {
  return static_cast<const MemoryFolder&>(folder);
}

FileInfo MemoryFolder::describe(const MemoryFileSystem::Node& node) {
  FileInfo info;
  info.type = node.type;
  info.size = node.type == EntryType::File ? node.bytes.size() : 0;
  info.modified = node.modified;
  info.identity = {1, node.number};
  return info;
}

std::string MemoryFolder::label(const std::string& path) const {
  return label_ == "." ? path : join_path(label_, path);
}

IoError MemoryFolder::error(const std::string& path, std::errc code) const {
  return io_error(label(path), code);
}

MemoryPlace MemoryFolder::find_file(const std::string& path) const {
  MemoryPlace found = find(path);
  if (!found.node || found.node->type == EntryType::File) return found;
  return {nullptr, found.node->type == EntryType::Folder ? std::errc::is_a_directory
                                                         : std::errc::invalid_argument};
}

MemoryFolder::Place MemoryFolder::find_place(const std::string& path) const {
  Place place;
  place.name = std::string(file_name_of(path));
  if (place.name.empty() || place.name == "..") return {nullptr, {}, std::errc::invalid_argument};
  if (place.name.size() > kMaxMemoryName) return {nullptr, {}, std::errc::filename_too_long};
  const MemoryPlace found = find(std::string(folder_of(path)));
  if (!found.node) return {nullptr, {}, found.code};
  if (found.node->type != EntryType::Folder) return {nullptr, {}, std::errc::not_a_directory};
  place.parent = found.node;
  return place;
}

}  // namespace carnet
