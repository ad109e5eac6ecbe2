// A disk in memory, for tests: the same rules as the real one, and failures on
// demand.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "io/file_system.h"

namespace carnet {

// What can be made to fail.
enum class MemoryOperation : std::uint8_t {
  List,
  Read,
  Write,
  Copy,
  Link,
  Move,
  Exchange,
  MakeFolder,
  Remove,
};

class MemoryFileSystem : public FileSystem {
 public:
  MemoryFileSystem();
  ~MemoryFileSystem() override;

  Result<std::unique_ptr<Folder>> open_folder(const std::string& path, Links links) override;
  Result<Done> make_folders(const std::string& path) override;
  Result<std::string> absolute(const std::string& path) override;
  Result<std::string> resolve(const std::string& path) override;

  // For setting up and looking at a test's disk. The working folder is `/`.
  void put(const std::string& path, std::string bytes);               // With its folders.
  void put_link(const std::string& path, const std::string& target);  // A symbolic link.
  void put_special(const std::string& path);                          // A pipe, say.
  // "path\n" for each file and link and "path/\n" for each empty folder, sorted.
  std::string tree(const std::string& path);
  // Nothing if there is no such file.
  std::optional<std::string> bytes(const std::string& path);

  // After `successes` more calls, `operation` fails with `code` in calls on
  // paths that contain `part`, until `heal` is called.
  void fail(MemoryOperation operation, std::errc code, std::size_t successes = 0,
            std::string part = "");
  void heal();

  struct Node;  // A file, folder or link: an inode.
  struct Disk;  // All of them, and the failures to come.

 private:
  std::shared_ptr<Disk> disk_;
};

}  // namespace carnet
