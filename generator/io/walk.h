// Lists a folder with all that lies below it.

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.h"
#include "io/file_system.h"

namespace carnet {

struct WalkedFile {
  std::string path;  // From the folder the walk began in.
  std::uint64_t size = 0;
};

// Something that was left out, and that the author should know of.
struct WalkProblem {
  DiagnosticKind kind{};
  std::string path;
  std::string message;
  std::string hint{};
};

struct WalkResult {
  std::vector<WalkedFile> files;  // Sorted by path.
  std::vector<WalkProblem> problems;
};

struct WalkOptions {
  std::optional<FileIdentity> skipped_folder{};          // The output.
  std::function<bool(std::string_view path)> exclude{};  // May be empty.
};

// Links that stay inside are followed, a folder at most once by its own path
// and once through links, so that no set of links makes the walk long.
// `folder` must have been opened with Links::Follow.
Result<WalkResult> walk(const Folder& folder, const WalkOptions& options);

}  // namespace carnet
