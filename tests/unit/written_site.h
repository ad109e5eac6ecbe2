// Sites that are written to a disk in memory or to a real one, for tests of how that is done.

#pragma once

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <memory>
#include <string>
#include <vector>

#include "io/memory_file_system.h"
#include "io/real_file_system.h"
#include "io/write.h"
#include "temporary_folder.h"

namespace carnet {

using Files = std::vector<OutputFile>;

inline std::string to_text(const IoError& error) { return error.path + ": " + error.reason; }

// Builds a site of `files`. The answer is what a user would be told.
inline std::string build(FileSystem& disk, const std::string& output, const Files& files,
                         const std::string& book = "book") {
  Result<std::unique_ptr<SiteWriter>> writer = SiteWriter::open(disk, {output, book, 2});
  if (!writer) return to_text(writer.error());
  for (const OutputFile& file : files) {
    const Result<Done> written = (*writer)->write(file);
    if (!written) return to_text(written.error());
  }
  const Result<WriteReport> report = (*writer)->commit();
  if (!report) return to_text(report.error());
  return std::to_string(report->written) + " written, " + std::to_string(report->unchanged) +
         " unchanged, " + std::to_string(report->removed) + " removed" +
         (report->note.empty() ? "" : ", " + report->note);
}

// A disk in memory with a book on it.
struct MemoryDisk : MemoryFileSystem {
  MemoryDisk() { put("book/image.png", "image"); }
};

// A real disk with a book on it.
struct RealDisk : RealFileSystem {
  explicit RealDisk(Resolver resolver = find_resolver()) : RealFileSystem(resolver) {
    folder.put("book/image.png", "image");
  }
  std::string build(const Files& files) {
    return carnet::build(*this, folder.path("site"), files, folder.path("book"));
  }
  struct stat status(const std::string& path) const {
    struct stat result {};
    REQUIRE(lstat(folder.path(path).c_str(), &result) == 0);
    return result;
  }
  TemporaryFolder folder;
};

inline const Files kOldSite = {{"index.html", "old"},
                               {"a/page.html", "page"},
                               {"gone/x.html", "x"},
                               {"image.png", "", "image.png"}};
inline const Files kNewSite = {{"index.html", "new"},
                               {"a/page.html", "page"},
                               {"b/page.html", "page"},
                               {"image.png", "", "image.png"}};
inline constexpr const char* kOldTree =
    "_carnet/manifest.txt\na/page.html\ngone/x.html\nimage.png\nindex.html\n";
inline constexpr const char* kNewTree =
    "_carnet/manifest.txt\na/page.html\nb/page.html\nimage.png\nindex.html\n";

}  // namespace carnet
