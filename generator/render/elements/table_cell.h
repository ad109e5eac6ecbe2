// What stands in one cell of a table, as the type of its column wants it.

#pragma once

#include "render/elements/table_parts.h"
#include "render/page_renderer.h"

namespace carnet {

// Appends the content of a cell, without the cell itself. What does not fit the type of the
// column is shown as it was written.
void draw_cell_content(const Node& cell, const TableColumn& column, PageRenderer& renderer);

// The first link, or picture, inside; or nullptr.
const Node* find_link(const Node& cell);

// Appends the picture that a link leads to, if there is one.
void draw_linked_picture(const Node& link, std::string_view alt, PageRenderer& renderer);

}  // namespace carnet
