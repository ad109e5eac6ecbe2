// A folder of a disk in memory.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/memory_disk.h"

namespace carnet {

class MemoryFolder final : public Folder {
 public:
  MemoryFolder(std::shared_ptr<MemoryFileSystem::Disk> disk, MemoryNode node, std::string label,
               Links links)
      : disk_(std::move(disk)), node_(std::move(node)), label_(std::move(label)), links_(links) {}

  ~MemoryFolder() override {
    if (holds_lock_) node_->locked = false;
  }

  Result<std::vector<FolderEntry>> list(const std::string& path) const override;
  Result<FileInfo> info(const std::string& path) const override;
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  Result<std::string> read_part(const std::string& path, std::uint64_t offset,
                                std::size_t count) const override;
  Result<bool> holds(const std::string& path, std::string_view bytes) const override;
  Result<bool> holds_copy(const std::string& path, const Folder& from,
                          const std::string& from_path) const override;
  bool is_mount_point() const override { return false; }
  Result<std::unique_ptr<Folder>> open(const std::string& path, Links links) const override;
  Result<Done> lock() override;
  Result<Done> make_folder(const std::string& path) override;
  Result<Done> write(const std::string& path, std::string_view bytes) override;
  Result<Done> copy(const Folder& from, const std::string& from_path,
                    const std::string& path) override;
  Result<Done> link(const Folder& from, const std::string& from_path,
                    const std::string& path) override;
  Result<Done> move(Folder& from, const std::string& from_path, const std::string& path,
                    Existing existing) override;
  Result<Done> exchange(const std::string& path, const std::string& other) override;
  Result<Done> remove_file(const std::string& path) override;
  Result<Done> remove_folder(const std::string& path) override;

 private:
  // The folder that holds the last segment of a path, and that segment.
  struct Place {
    MemoryNode parent;
    std::string name;
    std::errc code{};
  };

  static const MemoryFolder& as_memory(const Folder& folder);
  static FileInfo describe(const MemoryFileSystem::Node& node);

  std::string label(const std::string& path) const;
  IoError error(const std::string& path, std::errc code) const;

  MemoryPlace find(const std::string& path) const {
    return find_in_memory(node_, path, links_, LastLink::Follow);
  }
  MemoryPlace find_file(const std::string& path) const;
  Place find_place(const std::string& path) const;

  template <typename MakeNode>
  Result<Done> add(MemoryOperation operation, const std::string& path, const MakeNode& make_node);

  template <typename Check>
  Result<Done> remove(const std::string& path, const Check& check);

  std::shared_ptr<MemoryFileSystem::Disk> disk_;
  MemoryNode node_;
  std::string label_;
  Links links_;
  bool holds_lock_ = false;
};

}  // namespace carnet
