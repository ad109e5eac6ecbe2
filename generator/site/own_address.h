// Addresses on the web that are in truth places in the book itself.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "config/config.h"

namespace carnet {

// The path in the book, from its root and with its fragment, of an address that
// begins with the book's own `url` or with its repository, `source_url`
// (`https://host/owner/name/blob/branch/path`, or `/-/blob/` on GitLab).
// Nothing for any other address.
std::optional<std::string> own_path(const Config& config, std::string_view url);

// Whether an address is the book's `url` itself, perhaps with a fragment.
bool is_address_of_site(const Config& config, std::string_view url);

}  // namespace carnet
