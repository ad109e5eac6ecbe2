#include "io/memory_file_system.h"

#include <utility>

#include "base/path.h"
#include "io/posix.h"

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

  std::shared_ptr<Node> make(EntryType type, std::string bytes = {}) {
    auto node = std::make_shared<Node>();
    node->type = type;
    node->bytes = std::move(bytes);
    node->number = ++count;
    // Every change has a time of its own, with a fraction of a second.
    node->modified = static_cast<std::int64_t>(count) * 1'000'000'000 + 1;
    return node;
  }

  // The failure that was asked for, if it is due.
  std::optional<std::errc> failure(MemoryOperation operation, const std::string& path) {
    for (Failure& failure : failures) {
      if (failure.operation != operation || path.find(failure.part) == std::string::npos) continue;
      if (failure.successes == 0) return failure.code;
      --failure.successes;
    }
    return std::nullopt;
  }
};

namespace {

using Node = MemoryFileSystem::Node;
using Disk = MemoryFileSystem::Disk;
using NodePtr = std::shared_ptr<Node>;

constexpr std::size_t kMaxName = 255;
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

enum class LastLink { Follow, Take };

// Where a path leads below `root`, or why it leads nowhere.
struct Walk {
  NodePtr node;
  std::errc code{};
};

Walk walk(const NodePtr& root, const std::string& path, Links links, LastLink last) {
  std::vector<std::string> ahead;
  std::vector<NodePtr> way{root};
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
    if (segment.size() > kMaxName) return {nullptr, std::errc::filename_too_long};
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

class MemoryFolder final : public Folder {
 public:
  MemoryFolder(std::shared_ptr<Disk> disk, NodePtr node, std::string label, Links links)
      : disk_(std::move(disk)), node_(std::move(node)), label_(std::move(label)), links_(links) {}

  ~MemoryFolder() override {
    if (holds_lock_) node_->locked = false;
  }

  Result<std::vector<FolderEntry>> list(const std::string& path) const override {
    const std::lock_guard guard(disk_->mutex);
    if (const auto code = disk_->failure(MemoryOperation::List, label(path))) {
      return error(path, *code);
    }
    const Walk found = find(path);
    if (!found.node) return error(path, found.code);
    if (found.node->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
    std::vector<FolderEntry> entries;
    for (const auto& [name, child] : found.node->children) {
      entries.push_back({name, describe(*child)});
    }
    return entries;
  }

  Result<FileInfo> info(const std::string& path) const override {
    const std::lock_guard guard(disk_->mutex);
    const Walk found =
        walk(node_, path, links_, links_ == Links::Refuse ? LastLink::Take : LastLink::Follow);
    if (!found.node) return error(path, found.code);
    return describe(*found.node);
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    const std::lock_guard guard(disk_->mutex);
    if (const auto code = disk_->failure(MemoryOperation::Read, label(path))) {
      return error(path, *code);
    }
    const Walk found = find_file(path);
    if (!found.node) return error(path, found.code);
    if (found.node->bytes.size() > limit) return error(path, std::errc::file_too_large);
    return found.node->bytes;
  }

  Result<std::string> read_part(const std::string& path, std::uint64_t offset,
                                std::size_t count) const override {
    const std::lock_guard guard(disk_->mutex);
    if (const auto code = disk_->failure(MemoryOperation::Read, label(path))) {
      return error(path, *code);
    }
    const Walk found = find_file(path);
    if (!found.node) return error(path, found.code);
    const std::string& bytes = found.node->bytes;
    return offset < bytes.size() ? bytes.substr(static_cast<std::size_t>(offset), count)
                                 : std::string();
  }

  Result<bool> holds(const std::string& path, std::string_view bytes) const override {
    const std::lock_guard guard(disk_->mutex);
    const Walk found = find_file(path);
    return found.node && found.node->bytes == bytes;
  }

  Result<bool> holds_copy(const std::string& path, const Folder& from,
                          const std::string& from_path) const override {
    const std::lock_guard guard(disk_->mutex);
    const Walk source = as_memory(from).find_file(from_path);
    if (!source.node) return as_memory(from).error(from_path, source.code);
    const Walk found = find_file(path);
    return found.node && found.node->bytes == source.node->bytes;
  }

  bool is_mount_point() const override { return false; }

  Result<std::unique_ptr<Folder>> open(const std::string& path, Links links) const override {
    const std::lock_guard guard(disk_->mutex);
    const Walk found = find(path);
    if (!found.node) return error(path, found.code);
    if (found.node->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
    return std::unique_ptr<Folder>(
        std::make_unique<MemoryFolder>(disk_, found.node, label(path), links));
  }

  Result<Done> lock() override {
    const std::lock_guard guard(disk_->mutex);
    if (node_->locked) return error("", std::errc::resource_unavailable_try_again);
    node_->locked = true;
    holds_lock_ = true;
    return Done{};
  }

  Result<Done> make_folder(const std::string& path) override {
    const std::lock_guard guard(disk_->mutex);
    if (const auto code = disk_->failure(MemoryOperation::MakeFolder, label(path))) {
      return error(path, *code);
    }
    const Place place = find_place(path);
    if (!place.parent) return error(path, place.code);
    NodePtr& child = place.parent->children[place.name];
    if (!child) child = disk_->make(EntryType::Folder);
    if (child->type != EntryType::Folder) return error(path, std::errc::not_a_directory);
    return Done{};
  }

  Result<Done> write(const std::string& path, std::string_view bytes) override {
    const std::lock_guard guard(disk_->mutex);
    return add(MemoryOperation::Write, path,
               [&] { return disk_->make(EntryType::File, std::string(bytes)); });
  }

  Result<Done> copy(const Folder& from, const std::string& from_path,
                    const std::string& path) override {
    const std::lock_guard guard(disk_->mutex);
    const Walk source = as_memory(from).find_file(from_path);
    if (!source.node) return as_memory(from).error(from_path, source.code);
    return add(MemoryOperation::Copy, path, [&] {
      const NodePtr file = disk_->make(EntryType::File, source.node->bytes);
      file->modified = source.node->modified;
      return file;
    });
  }

  Result<Done> link(const Folder& from, const std::string& from_path,
                    const std::string& path) override {
    const std::lock_guard guard(disk_->mutex);
    const Walk source = as_memory(from).find_file(from_path);
    if (!source.node) return as_memory(from).error(from_path, source.code);
    return add(MemoryOperation::Link, path, [&] { return source.node; });
  }

  Result<Done> move(Folder& from, const std::string& from_path, const std::string& path,
                    Existing existing) override {
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
    const NodePtr node = moved->second;
    source.parent->children.erase(moved);
    place.parent->children[place.name] = node;
    return Done{};
  }

  Result<Done> exchange(const std::string& path, const std::string& other) override {
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

  Result<Done> remove_file(const std::string& path) override {
    const std::lock_guard guard(disk_->mutex);
    return remove(path, [&](const Node& node) -> std::errc {
      return node.type == EntryType::Folder ? std::errc::is_a_directory : std::errc{};
    });
  }

  Result<Done> remove_folder(const std::string& path) override {
    const std::lock_guard guard(disk_->mutex);
    return remove(path, [&](const Node& node) -> std::errc {
      if (node.type != EntryType::Folder) return std::errc::not_a_directory;
      return node.children.empty() ? std::errc{} : std::errc::directory_not_empty;
    });
  }

 private:
  // The folder that holds the last segment of a path, and that segment.
  struct Place {
    NodePtr parent;
    std::string name;
    std::errc code{};
  };

  static const MemoryFolder& as_memory(const Folder& folder) {
    return static_cast<const MemoryFolder&>(folder);
  }

  static FileInfo describe(const Node& node) {
    FileInfo info;
    info.type = node.type;
    info.size = node.type == EntryType::File ? node.bytes.size() : 0;
    info.modified = node.modified;
    info.identity = {1, node.number};
    return info;
  }

  std::string label(const std::string& path) const {
    return label_ == "." ? path : join_path(label_, path);
  }

  IoError error(const std::string& path, std::errc code) const {
    return io_error(label(path), code);
  }

  Walk find(const std::string& path) const { return walk(node_, path, links_, LastLink::Follow); }

  Walk find_file(const std::string& path) const {
    Walk found = find(path);
    if (!found.node || found.node->type == EntryType::File) return found;
    return {nullptr, found.node->type == EntryType::Folder ? std::errc::is_a_directory
                                                           : std::errc::invalid_argument};
  }

  Place find_place(const std::string& path) const {
    Place place;
    place.name = std::string(file_name_of(path));
    if (place.name.empty() || place.name == "..") return {nullptr, {}, std::errc::invalid_argument};
    if (place.name.size() > kMaxName) return {nullptr, {}, std::errc::filename_too_long};
    const Walk found = find(std::string(folder_of(path)));
    if (!found.node) return {nullptr, {}, found.code};
    if (found.node->type != EntryType::Folder) return {nullptr, {}, std::errc::not_a_directory};
    place.parent = found.node;
    return place;
  }

  template <typename MakeNode>
  Result<Done> add(MemoryOperation operation, const std::string& path, const MakeNode& make_node) {
    if (const auto code = disk_->failure(operation, label(path))) return error(path, *code);
    const Place place = find_place(path);
    if (!place.parent) return error(path, place.code);
    if (place.parent->children.contains(place.name)) return error(path, std::errc::file_exists);
    place.parent->children[place.name] = make_node();
    return Done{};
  }

  template <typename Check>
  Result<Done> remove(const std::string& path, const Check& check) {
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

  std::shared_ptr<Disk> disk_;
  NodePtr node_;
  std::string label_;
  Links links_;
  bool holds_lock_ = false;
};

void print_tree(const Node& node, const std::string& path, std::string& text) {
  if (node.type != EntryType::Folder) {
    text += path + "\n";
  } else if (node.children.empty() && !path.empty()) {
    text += path + "/\n";
  }
  for (const auto& [name, child] : node.children) print_tree(*child, join_path(path, name), text);
}

// The parent of `path`, made on the way, for the functions that set up tests.
NodePtr make_parent(Disk& disk, const std::string& path) {
  NodePtr node = disk.root;
  std::vector<std::string> ahead;
  push_segments(ahead, folder_of(path));
  for (; !ahead.empty(); ahead.pop_back()) {
    NodePtr& child = node->children[ahead.back()];
    if (!child) child = disk.make(EntryType::Folder);
    node = child;
  }
  return node;
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
  const Walk found = walk(disk_->root, from_root(path), Links::Follow, LastLink::Follow);
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
  const Walk found = walk(disk_->root, from_root(path), Links::Refuse, LastLink::Take);
  std::string text;
  if (found.node) print_tree(*found.node, "", text);
  return text;
}

std::optional<std::string> MemoryFileSystem::bytes(const std::string& path) {
  const std::lock_guard guard(disk_->mutex);
  const Walk found = walk(disk_->root, from_root(path), Links::Refuse, LastLink::Take);
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
