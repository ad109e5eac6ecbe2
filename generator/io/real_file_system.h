// The disk.

#pragma once

#include "io/file_system.h"
#include "io/open_beneath.h"

namespace carnet {

class RealFileSystem : public FileSystem {
 public:
  RealFileSystem() : RealFileSystem(find_resolver()) {}
  explicit RealFileSystem(Resolver resolver) : resolver_(resolver) {}

  Result<std::unique_ptr<Folder>> open_folder(const std::string& path, Links links) override;
  Result<Done> make_folders(const std::string& path) override;
  Result<std::string> absolute(const std::string& path) override;
  Result<std::string> resolve(const std::string& path) override;

 private:
  Resolver resolver_;
};

}  // namespace carnet
