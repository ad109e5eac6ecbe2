// The sections of a site, as each of its pages shows them: links beside each other, and menus for
// groups of them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// Drawn once for each book, in its language; a page only puts its own way to the root into it.
class SectionsHtml {
 public:
  // Empty for a site without sections, or with one only.
  SectionsHtml(const Site& site, const Book& book, const Theme& theme);

  bool empty() const { return pieces_.empty(); }
  // Whether the site has spaces at all, such as variants: then its pages need the theme's part.
  bool has_spaces() const { return has_spaces_; }

  // The `<li>`s. `root` leads to the root of the site: "../".
  std::string print(std::string_view root) const;

 private:
  class Printer;

  bool has_spaces_ = false;
  std::vector<std::string> pieces_;  // The root of the site belongs between them.
};

}  // namespace carnet
