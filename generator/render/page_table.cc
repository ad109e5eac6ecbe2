// Tables of Markdown on a page.

#include <algorithm>

#include "render/elements/parts.h"
#include "render/elements/table_frame.h"
#include "render/elements/table_words.h"
#include "render/page_renderer.h"

namespace carnet {
namespace {

ColumnWords words_of(const Node& table) {
  ColumnWords words;
  for (const Node& row : table.children()) {
    std::size_t column = 0;
    for (const Node& cell : row.children()) words.add(column++, cell);
  }
  return words;
}

}  // namespace

void PageRenderer::render_table(const Node& node) {
  const Node* header = node.first_child;
  if (header == nullptr) return;
  const ColumnWords words = words_of(node);
  open_table({.columns = static_cast<std::size_t>(
                  std::distance(header->children().begin(), header->children().end())),
              .fits_phone = words.fit_phone()},
             *this);
  // GitBook writes a table without a header as one whose header is empty.
  if (!shows_nothing(*header) || header->next == nullptr) {
    out_ += "<thead>\n";
    render_row(*header, words);
    out_ += "</thead>\n";
  }
  if (header->next != nullptr) out_ += "<tbody>\n";
  for (const Node* row = header->next; row != nullptr; row = row->next) render_row(*row, words);
  if (header->next != nullptr) out_ += "</tbody>\n";
  close_table(*this);
}

// An empty cell of the header names nothing.
void PageRenderer::render_row(const Node& row, const ColumnWords& words) {
  out_ += "<tr>\n";
  for (const Node& cell : row.children()) {
    const bool is_name = row.previous == nullptr && !shows_nothing(cell);
    out_ += is_name ? "<th" : "<td";
    if (words.has_long(cell)) out_ += " class=\"long\"";
    if (cell.alignment != Alignment::None) attribute("data-align", name_of(cell.alignment));
    out_ += '>';
    render_children(cell);
    out_ += is_name ? "</th>\n" : "</td>\n";
  }
  out_ += "</tr>\n";
}

}  // namespace carnet
