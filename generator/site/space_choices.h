// What readers of a space can go to instead: its section has other variants and languages of it.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace carnet {

struct SpaceChoice {
  std::string label;
  std::string language;        // Of what it leads to; may be empty.
  const Book* book = nullptr;  // Null for a space that is not part of this copy.
};

// Each list holds the reader's own choice, and is empty if there is no other.
struct SpaceChoices {
  std::vector<SpaceChoice> variants;   // In the same language, called as that language calls them.
  std::vector<SpaceChoice> languages;  // One for each, called as it calls itself.
};

// Of a book that docs.yaml lists; empty for any other.
SpaceChoices choices_of(const Site& site, const Book& book);

}  // namespace carnet
