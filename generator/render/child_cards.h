// What a page without a text of its own shows.

#pragma once

#include <string>

#include "render/page_context.h"

namespace carnet {

// A card for each visible page below this one; below the start page, if there is none, for the
// pages at the top of the book. Ready HTML; empty if there is nothing to lead to.
std::string child_cards_html(const PageContext& context);

}  // namespace carnet
