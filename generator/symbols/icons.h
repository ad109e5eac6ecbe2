// The free icons of Font Awesome (https://fontawesome.com, icons CC BY 4.0), by name.
//
// They are built into the program; a page holds those that it shows, as inline SVG.

#pragma once

#include <string_view>

namespace carnet {

struct Icon {
  std::string_view width;   // Of its own coordinates, as digits.
  std::string_view height;  //
  std::string_view path;    // For the `d` of a <path>. Needs no escaping.
};

// The icon of this name without `fa-`: "house", "github", and outlined "regular/house". Names
// of older versions are known. All views are empty if there is none.
Icon find_icon(std::string_view name);

}  // namespace carnet
