// Ids of headings and of other places on a page, and what an author's
// `#fragment` means.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/site.h"

namespace carnet {

// An id for each anchor of the document, unique on its page: the author's own
// first, then generated ones in document order. `title` needs none.
std::vector<PageAnchor> make_anchors(const Document& document, const Node* title);

// The id that `fragment` (without `#`) leads to; empty for the top of the page.
// Nothing if the page has no such place. Accepts what authors write by hand:
// percent signs, GitHub's spelling, other punctuation, other case, and the
// unique beginning of an id.
std::optional<std::string> find_anchor(const Page& page, std::string_view fragment);

}  // namespace carnet
