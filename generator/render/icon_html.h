// A named icon as it stands in a page.

#pragma once

#include <string>
#include <string_view>

namespace carnet {

// `<svg class="fa">` of a Font Awesome icon, named as symbols/icons.h says: "house",
// "fa-regular fa-star". Decoration: hidden from screen readers. `ink` is one of the colours of
// `data-ink`. Empty if carnet does not have that icon.
std::string icon_html(std::string_view name, std::string_view ink = {});

}  // namespace carnet
