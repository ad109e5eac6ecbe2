// Code as its template sees it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "markdown/node.h"
#include "render/code/marks.h"
#include "render/page_renderer.h"

namespace carnet {

// How a piece of code is to be shown, whether a tag or an element says so.
struct CodeLook {
  std::string language;  // See code_language.
  std::string_view title;
  bool wraps = false;
  bool has_numbers = false;
  bool is_wide = false;
  bool is_expandable = false;
};

// How fenced code is to be shown: as the block around it says.
CodeLook look_of_fence(const Node& code);

// The view of "blocks/code" for fenced code, coloured.
Value code_view(const Node& code, const CodeLook& look, PageRenderer& renderer);

// The same for code whose HTML is ready; `text` is its words, `marks` what its lines are. Empty
// `marks` mean that none is marked.
Value code_view(std::string html, std::string_view text, const std::vector<LineMark>& marks,
                const CodeLook& look);

}  // namespace carnet
