// The picture in the tab of a browser: `favicon`, or the logo.

#pragma once

#include <string_view>

#include "base/value.h"
#include "site/site.h"

namespace carnet {

// Sets `favicon` with its type and size, and `touch_icon`, which is for home screens of phones.
//
// A logo that is more than twice as wide as high would be a line there, so it is not taken.
void set_site_icon(Value& view, const Site& site, const Config& config, std::string_view root);

}  // namespace carnet
