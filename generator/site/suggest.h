// "Did you mean ...?" for a path that leads nowhere.

#pragma once

#include <string>
#include <string_view>

#include "site/path_index.h"

namespace carnet {

// The path, as an author in `folder` would write it, of the file that was most
// probably meant by `path`: the only one of the same name, else a near name in
// the folder where it was looked for, else a near name in `folder`. Empty if
// there is none. Costs a look at one folder at most: books with thousands of
// broken links are built, too.
std::string suggest_path(const PathIndex& index, std::string_view folder, std::string_view path);

}  // namespace carnet
