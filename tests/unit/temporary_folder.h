// A folder of the disk for one test, removed at its end.

#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace carnet {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "carnet-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = std::filesystem::canonical(name).string();
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // "" is the folder itself.
  std::string path(const std::string& below = "") const {
    return below.empty() ? path_ : path_ + "/" + below;
  }

  // Makes the folders it lies in.
  void put(const std::string& file, const std::string& bytes) const {
    std::filesystem::create_directories(std::filesystem::path(path(file)).parent_path());
    std::ofstream(path(file), std::ios::binary) << bytes;
  }

  // "(none)" if there is no such file.
  std::string read(const std::string& file) const {
    std::ifstream stream(path(file), std::ios::binary);
    if (!stream) return "(none)";
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
  }

  bool has(const std::string& below) const {
    return std::filesystem::exists(std::filesystem::symlink_status(path(below)));
  }

 private:
  std::string path_;
};

}  // namespace carnet
