// From a path as an author wrote it to the file it means.

#pragma once

#include <string_view>

#include "site/path_index.h"

namespace carnet {

// Looks for `path` as seen from `folder`; a leading `/` means the root of the
// book, `root`. Tries, in this order: as written, percent-decoded, with backslashes
// as slashes; each of them as a file, a folder, with `.md` added, with `.html`
// replaced by `.md`; then the same from the root of the book, where old
// editors kept their images. Exact spellings win over near ones.
//
// None if nothing fits. `leaves_book` is set if the path leads out of the book.
struct TargetSearch {
  FoundFile found;
  bool leaves_book = false;
};
TargetSearch find_target(const PathIndex& index, std::string_view folder, std::string_view path,
                         std::string_view root = {});

}  // namespace carnet
