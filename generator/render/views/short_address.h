// An address on the web as people write it.

#pragma once

#include <string_view>

namespace carnet {

// Without scheme, `www.` and slashes at the end: "example.org/a". A view of `url`.
std::string_view short_address(std::string_view url);

}  // namespace carnet
