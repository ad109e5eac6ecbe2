// Addresses in raw HTML: which of them a page may hold.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

enum class UrlPlace {
  Link,   // Something a reader follows.
  Image,  // Something that is shown: small pictures may stand in the address itself.
};

// The address as a browser would read it: without control characters and without
// white space at its ends. Nothing if its scheme could run code or is not known to be
// harmless. A relative address is always fine.
std::optional<std::string> clean_url(std::string_view url, UrlPlace place);

}  // namespace carnet
