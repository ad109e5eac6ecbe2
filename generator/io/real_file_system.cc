#include "io/real_file_system.h"

#include <fcntl.h>

#include <boost/filesystem/exception.hpp>
#include <boost/filesystem/operations.hpp>
#include <boost/filesystem/path.hpp>
#include <cerrno>

#include "io/real_folder.h"

namespace carnet {
namespace {

namespace fs = boost::filesystem;

// Boost still throws where memory or a path's length is at stake. This is the
// door it stays behind.
template <typename Body>
auto guarded(const std::string& path, const Body& body) -> decltype(body()) {
  try {
    return body();
  } catch (const fs::filesystem_error& error) {
    return io_error(path, error.code().value());
  }
}

// Boost writes the end of "a/" and "a/." as "a/" or "a/.".
std::string without_end_slash(const fs::path& path) {
  std::string text = path.string();
  if (text.ends_with("/.")) text.pop_back();
  while (text.size() > 1 && text.ends_with('/')) text.pop_back();
  return text;
}

}  // namespace

Result<std::unique_ptr<Folder>> RealFileSystem::open_folder(const std::string& path, Links links) {
  const std::string& name = path.empty() ? "." : path;
  Descriptor folder(open(name.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return io_error(path, errno);
  return std::unique_ptr<Folder>(
      std::make_unique<RealFolder>(resolver_, std::move(folder), name, links));
}

Result<Done> RealFileSystem::make_folders(const std::string& path) {
  return guarded(path, [&]() -> Result<Done> {
    boost::system::error_code error;
    fs::create_directories(path, error);
    if (error) return io_error(path, error.value());
    return Done{};
  });
}

Result<std::string> RealFileSystem::absolute(const std::string& path) {
  return guarded(path, [&]() -> Result<std::string> {
    boost::system::error_code error;
    const fs::path here = fs::current_path(error);
    if (error) return io_error(path, error.value());
    return without_end_slash(fs::absolute(path, here).lexically_normal());
  });
}

Result<std::string> RealFileSystem::resolve(const std::string& path) {
  return guarded(path, [&]() -> Result<std::string> {
    boost::system::error_code error;
    const fs::path here = fs::current_path(error);
    if (error) return io_error(path, error.value());
    // Not from absolute(): behind a link, `..` is not the folder before it.
    const fs::path real = fs::weakly_canonical(fs::absolute(path, here), error);
    if (error) return io_error(path, error.value());
    return without_end_slash(real.lexically_normal());
  });
}

}  // namespace carnet
