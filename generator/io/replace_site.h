// The moment in which a new site takes the place of the old one.

#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "io/output_place.h"
#include "io/stage.h"

namespace carnet {

struct SiteChange {
  Manifest next;                       // All files of the new site.
  std::vector<std::string> written;    // Those that lie in the stage.
  std::vector<std::string> unchanged;  // Those that are the same in the old site.
  std::vector<std::string> stale;      // What only the old site has.
  std::vector<std::string> foreign;    // What carnet did not write, in the old site's folder.
};

// Replaces the whole folder at once. The stage must lie beside it; if all goes
// well it is released, and the old site is gone. After an error nothing has
// changed, except that the stage may hold links to the old site's files.
//
// `note` is set if the new site is there, but the old one could not be removed.
Result<Done> replace_folder(OutputPlace& place, Stage& stage, const SiteChange& change,
                            unsigned jobs, std::string& note);

// Whether an error of replace_folder() means that this disk, or this user,
// cannot replace this folder, while its files may well be replaceable.
bool is_irreplaceable(const IoError& error);

// Replaces the files one by one: first those that pages need, then the pages,
// and removes stale ones last. A reader may see old and new pages together.
Result<Done> replace_files(OutputPlace& place, Stage& stage, const SiteChange& change,
                           unsigned jobs);

}  // namespace carnet
