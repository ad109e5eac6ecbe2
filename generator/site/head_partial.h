// `head` of carnet.yaml: HTML of the book's own that goes into the head of every page.
//
// A page loads nothing from other hosts and runs no script that stands in it, so this
// does not either, unless the book's HTML is trusted: scripts and styles are files
// beside the partial, named as seen from it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/source_tree.h"
#include "config/config.h"
#include "diag/diagnostics.h"

namespace carnet {

struct HeadPartial {
  // Ready HTML, and behind it the address of a file of the site, seen from its root.
  struct Piece {
    std::string html;
    std::string address;  // May be empty.
  };
  struct File {
    std::string path;       // In the site.
    std::string copied_of;  // From the folder of the book.
  };

  std::vector<Piece> pieces;
  std::vector<File> files;  // What the site needs for it.
};

// Whether the text of the partial has to be read.
inline bool is_head_partial(const Config& config, std::string_view path) {
  return config.head.is_written() && config.head.value == path;
}

// `tree` is the folder of the book. What cannot be is an `invalid-head`, an error.
HeadPartial read_head_partial(const SourceTree& tree, const Config& config, const Sources& sources,
                              Diagnostics& diagnostics);

}  // namespace carnet
