// Tags in the cells of a table with pipes.
//
// A row is one line, so that no tag in it stands on a line of its own. One that is complete in its
// cell, closed there or in need of no end, is a block of the cell all the same.
//
// cmark-gfm must not read what stands in such a tag: it would find links and emphasis. So each is
// replaced by a mark that is as long and means nothing, before cmark-gfm sees the row.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "markdown/tag_extension.h"

struct cmark_parser;

namespace carnet {

// True if the next line may be a row of a table.
bool is_in_table(const cmark_parser& parser);

// A row that stands in the source at `offset`, with marks in place of its complete tags, which are
// added to `tags`. It is as long as `line`.
std::string mark_cell_tags(std::string_view line, std::uint32_t offset, std::vector<CellTag>& tags);

// Takes all marks out of a tree: in a cell they become nodes of the kind Tag, elsewhere the text
// that they stand for. `text` is the source.
void place_cell_tags(Document& document, std::string_view text, const std::vector<CellTag>& tags);

}  // namespace carnet
