// The descriptions of a part of an API that a page shows.

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "site/api/api_reference.h"

namespace carnet {

// Whether a description is more than words: most are a line without any mark.
bool has_markdown(std::string_view text);

// Calls `visit` with each description that a block shows and `has_markdown`, and with the place in
// its file behind which it stands. Some may come twice.
using VisitText = std::function<void(const std::string& text, Span where)>;
void visit_texts(const ApiBlock& block, const VisitText& visit);

}  // namespace carnet
