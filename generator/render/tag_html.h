// The tags of a page or an update, as readers see them.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "render/page_context.h"

namespace carnet {

// What a template needs to draw one: `slug`, `label`, `color`, `icon_html`. A tag that
// tags.yaml does not define is called by its slug.
Value tag_view(std::string_view slug, const PageContext& context);

// `<ul class="tag-list">`, or nothing if there are none.
std::string tag_list_html(const std::vector<std::string_view>& slugs, const PageContext& context);

}  // namespace carnet
