// Diagrams in Mermaid's language. They are drawn in the reader's browser, since the drawing
// needs one; without it, and on paper, their source is shown.

#pragma once

#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "render/page_renderer.h"

namespace carnet {

// Whether fenced code of this info string is a diagram: ```mermaid, in any letter case.
bool is_diagram(std::string_view info);

// Appends the diagram and notes it in the page's needs. `around` is the block whose title and
// width it takes, or nullptr.
void draw_diagram(std::string_view source, const Node* around, PageRenderer& renderer);

// What a site needs that has a page with a diagram: Mermaid, and the frame that it works in.
std::vector<OutputFile> diagram_files();

}  // namespace carnet
