// Columns of choices: `<select>` in the header of a table lists them, and
// `<span data-option="id">` in its cells are those that were taken.

#pragma once

#include "render/elements/table_parts.h"
#include "render/page_renderer.h"

namespace carnet {

// Makes the choices of a table's columns known, for the cells that are drawn next.
void add_choices(const TableParts& parts, PageRenderer& renderer);

}  // namespace carnet
