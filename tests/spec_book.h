// Builds the small book of an example with the real stages, in memory.

#pragma once

#include <string_view>

#include "spec_file.h"
#include "theme/theme.h"

namespace carnet::spec {

// The theme that the program carries.
Theme default_theme();

// What an example of this kind gives:
//
//   ""         the content of the page, without its title
//   "page"     what the page is called and what its front matter says, then the content
//   "summary"  the table of contents; the text is SUMMARY.md
//   "order"    the pages in the order of the links `previous` and `next`; as above
//   "players"  what the cards of the page are called and what a click on each would load,
//              then the security policy of the page
//
// Lines `--- file: path` begin further files; what stands before the first one is
// README.md (or SUMMARY.md). Files that are not texts are assets. The book is in
// English unless it says something else. What is only drawn, `<svg>`, is left out.
//
// Messages about the first file begin with `line:column:`, others with their path. A
// line `= hint: ...` below a message is optional.
Actual run_example(const Theme& theme, const Example& example);

}  // namespace carnet::spec
