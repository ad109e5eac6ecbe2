// The engine of the search, which asks the indexes in the reader's browser.

#pragma once

#include <string>
#include <vector>

#include "base/output_file.h"

namespace carnet {

// Where its files lie, from the root of the site.
inline constexpr std::string_view kSearchFolder = "_carnet/search/";

// `_carnet/search/search.js`, and beside it stem-NAME.js for the algorithms of the given
// languages (BCP 47), as far as there are any.
std::vector<OutputFile> engine_files(const std::vector<std::string>& languages);

}  // namespace carnet
