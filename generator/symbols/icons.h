// The free icons of Font Awesome (https://fontawesome.com, icons CC BY 4.0), by name.
//
// They are built into the program; a page holds those that it shows, as inline SVG.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

struct Icon {
  std::string_view width;   // Of its own coordinates, as digits.
  std::string_view height;  //
  std::string_view path;    // For the `d` of a <path>. Needs no escaping.
};

// The icon of this name without `fa-`: "house", "github", and outlined "regular/house". Names
// of older versions are known, and some of the paid icons mean the nearest free one. All views
// are empty if there is none.
Icon find_icon(std::string_view name);

// The icon that an author names as they may: "house", "fa-house", "fa-regular fa-star",
// "fa-solid fa-spinner fa-spin". The last word that is an icon counts.
Icon find_icon_of(std::string_view words);

// The word in `words` that was to be the name of an icon, without `fa-`; or "".
std::string_view icon_name_in(std::string_view words);

// The name of an icon that is spelt nearly like this one, or "". Looks at all of them.
std::string_view nearest_icon_name(std::string_view name);

}  // namespace carnet
