// A named icon as it stands in a page.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// `<svg class="fa">` of a Font Awesome icon: "house", "fa-house", "fa-regular fa-star", with or
// without the word of its style. Decoration: hidden from screen readers. Empty if carnet does not
// have that icon.
std::string icon_html(std::string_view name);

}  // namespace carnet
