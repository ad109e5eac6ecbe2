// A folder of the disk, by a descriptor.

#pragma once

#include <sys/types.h>

#include "io/file_system.h"
#include "io/open_beneath.h"
#include "io/posix.h"

namespace carnet {

class RealFolder final : public Folder {
 public:
  // `label` is what errors call the folder.
  RealFolder(Resolver resolver, Descriptor descriptor, std::string label, Links links);

  Result<std::vector<FolderEntry>> list(const std::string& path) const override;
  Result<FileInfo> info(const std::string& path) const override;
  Result<std::string> read(const std::string& path, std::uint64_t limit) const override;
  Result<std::string> read_part(const std::string& path, std::uint64_t offset,
                                std::size_t count) const override;
  Result<bool> holds(const std::string& path, std::string_view bytes) const override;
  Result<bool> holds_copy(const std::string& path, const Folder& from,
                          const std::string& from_path) const override;
  bool is_mount_point() const override;
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
  // A regular file, opened for reading.
  struct OpenFile {
    Descriptor descriptor;
    FileInfo info;
  };
  // The folder that holds the last segment of a path, and that segment.
  struct Parent {
    Descriptor descriptor;
    std::string name;
  };

  // The names of errors: `label_`/`path`, and errno or a code.
  std::string label(const std::string& path) const;
  IoError failure(const std::string& path) const;
  IoError failure(const std::string& path, std::errc code) const;

  Descriptor open_path(const std::string& path, int flags, mode_t mode = 0) const;
  Result<OpenFile> open_file(const std::string& path) const;
  Result<Parent> open_parent(const std::string& path) const;
  Result<Done> finish_new_file(const std::string& path, Descriptor file, bool complete);

  Resolver resolver_;
  Descriptor descriptor_;
  Descriptor lock_;
  std::string label_;
  Links links_;
};

}  // namespace carnet
