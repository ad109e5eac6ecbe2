// Where the site goes, and whether it may.

#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "io/file_system.h"
#include "io/manifest.h"

namespace carnet {

struct OutputPlace {
  std::unique_ptr<Folder> parent;  // The folder it lies in, links resolved.
  std::string parent_path;         // Absolute; what errors call it.
  std::string name;                // Its name there.
  std::unique_ptr<Folder> site{};  // The output folder, locked. Null if there is none yet.
  Manifest manifest{};             // What carnet wrote into it.

  // Beside the output: the site to come, or, once replaced, the one that was.
  std::string stage_name() const { return "." + name + ".carnet-new"; }
  // Beside the output, for a moment, on disks that cannot exchange two folders.
  std::string old_name() const { return "." + name + ".carnet-old"; }
};

// In the output folder, where nothing can be made beside it.
inline constexpr const char* kInnerStageName = ".carnet-new";

// Opens the output folder, makes those it lies in, and clears away what a
// killed build left. Refuses to touch a folder that is not ours to fill, see
// SiteWriter::open.
Result<OutputPlace> open_output_place(FileSystem& files, const std::string& output,
                                      const std::string& book);

}  // namespace carnet
