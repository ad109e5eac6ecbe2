// What the templates of whole pages get to see.

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/value.h"
#include "render/navigation.h"
#include "render/page_context.h"

namespace carnet {

// What every page of the site has in common, wherever it lies: book, sidebar,
// home. `place` says where it lies, `language` what it is written in.
Value shell_view(const Site& site, const Navigation& navigation, const Navigation::Place& place,
                 std::string_view language);

// A page of the book, with its content.
Value page_view(const PageContext& context, const Navigation& navigation);

// The content security policy of a page: nothing but its own site, and pictures
// of these hosts once the reader asks for them.
std::string security_policy(const Config& config, const std::set<std::string>& image_hosts);

// The address on the web of a file of the site; empty if the book has no `url`.
std::string web_address(const Site& site, std::string_view permalink);

}  // namespace carnet
