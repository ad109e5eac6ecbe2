// What a folder holds, as data: it does not matter any more how it was read.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/image_size.h"
#include "base/source.h"

namespace carnet {

// A text that was read (Markdown, YAML, ...).
struct SourceFile {
  std::string path;  // From the root of the tree, with `/`, byte for byte as on disk.
  SourceId source = kNoSource;
};

// A file that is only known by name; it is copied, and of pictures the beginning is read.
struct AssetFile {
  std::string path;  // As above.
  std::uint64_t size = 0;
  ImageSize image{};
};

// Both lists are sorted by path, bytewise, so that nothing depends on the
// order in which the disk lists a folder.
struct SourceTree {
  std::vector<SourceFile> texts;
  std::vector<AssetFile> assets;
};

}  // namespace carnet
