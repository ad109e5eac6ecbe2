// The texts of an index, for what is shown of a result.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "search/search_page.h"

namespace carnet {

struct TextShards {
  std::vector<OutputFile> files;  // text-N.js
  std::string counts;             // How many sections each holds.
};

// A text-N.js is one packed text (pack_text.h) of lines. A page is a line
//   U+0002, title, tab, address from the site's root, and a tab before each name that it is below
// at the beginning of a file, too, that goes on with the page of the last; then each section
//   heading, tab, anchor, tab, text
TextShards make_text_shards(std::string_view folder, const std::vector<IndexedPage>& pages,
                            unsigned jobs);

}  // namespace carnet
