// Which books a site is to be made of, and where each has its place.

#pragma once

#include <cstddef>
#include <string>

#include "config/config.h"
#include "config/site_structure.h"

namespace carnet {

// A site is mostly one book, and then all three texts are empty. Books beside
// each other, such as those of LANGS.md or docs.yaml, lie in a folder each.
struct BookPlan {
  std::string folder;  // Of the book, from the root of the site's sources, and of its addresses.
  std::string root;    // Where its files are: the folder, with the book's own `root` below it.
  std::string name;    // What readers choose it by: "English".
  Config config;       // What this book asks for.

  // Its place in the SiteStructure of docs.yaml; kNowhere without one.
  std::size_t section = kNowhere;
  std::size_t space = kNowhere;
};

}  // namespace carnet
