// A book made of texts, and the files that `carnet build` makes of it.

#pragma once

#include <doctest/doctest.h>

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "app/build.h"
#include "io/memory_file_system.h"

namespace carnet {

struct BuiltFiles {
  BuiltFiles(std::initializer_list<std::pair<std::string, std::string>> files) {
    for (const auto& [path, text] : files) disk.put("/book/" + path, text);
    Options options{.book = "/book", .output = "/site"};
    options.jobs = 1;
    const ExitStatus status = build(options, disk, {.results = said, .messages = said});
    CAPTURE(said.str());
    CHECK(status == ExitStatus::Success);
  }
  bool has(const std::string& path) { return disk.bytes("/site/" + path).has_value(); }
  bool says(const std::string& path, std::string_view words) {
    return disk.bytes("/site/" + path).value_or("").find(words) != std::string::npos;
  }

  MemoryFileSystem disk;
  std::ostringstream said;
};

}  // namespace carnet
