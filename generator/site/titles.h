// What a page is called.

#pragma once

#include "diag/diagnostics.h"
#include "site/site.h"

namespace carnet {

// Sets title, title_node and label of every page. The heading of a page is its
// own H1 if it begins with one, else what SUMMARY.md calls it, else the `title`
// of its front matter, else its file's name; with `titles: summary` SUMMARY.md
// goes first. The label is what SUMMARY.md says, else the title.
//
// A page that is called two things is a `title-mismatch` notice.
void choose_titles(Site& site, Diagnostics& diagnostics);

}  // namespace carnet
