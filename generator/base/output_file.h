// One file of the built site, before it is written.

#pragma once

#include <string>

namespace carnet {

struct OutputFile {
  std::string path;       // From the root of the site, with `/`.
  std::string bytes;      // The content, unless `copy_of` is set.
  std::string copy_of{};  // Path of an asset, from the folder that is built: its bytes, unread.
};

}  // namespace carnet
