// What git knows of a book, as data: it does not matter any more how it was asked.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace carnet {

// The state of the book that was built.
struct Commit {
  std::string id;         // In hexadecimal.
  std::int64_t time = 0;  // Seconds since 1970.
};

// What happened to one file.
struct FileHistory {
  std::int64_t changed = 0;               // Its last change, in seconds since 1970.
  std::vector<std::string> contributors;  // Names, those with most changes first.
};

struct History {
  // Nothing if git does not hold the book, or was not asked.
  std::optional<Commit> commit;
  // By path from the root of the sources. A file that is not there was never
  // committed, or it is not known when it changed.
  std::map<std::string, FileHistory, std::less<>> files;

  const FileHistory* find(std::string_view path) const {
    const auto file = files.find(path);
    return file == files.end() ? nullptr : &file->second;
  }
};

}  // namespace carnet
