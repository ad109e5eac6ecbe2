#include <string>
#include <vector>

#include "render/elements/cards.h"
#include "render/elements/choice.h"
#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "render/elements/table_cell.h"
#include "render/elements/table_frame.h"
#include "render/elements/table_parts.h"
#include "render/elements/table_words.h"

namespace carnet {
namespace {

bool holds_code(const Node& node) {
  for (const Node& child : node.children()) {
    if (child.is_element("pre") || child.kind == NodeKind::CodeBlock || holds_code(child)) {
      return true;
    }
  }
  return false;
}

class TableDrawer {
 public:
  TableDrawer(const Node& table, PageRenderer& renderer)
      : table_(table), parts_(read_table(table)), renderer_(renderer) {
    add_choices(parts_, renderer);
    for (const TableRow& row : parts_.rows) {
      for (const TableRow::Cell& cell : row.cells) {
        if (parts_.is_shown(cell)) words_.add(cell.column, *cell.node);
      }
    }
  }

  void draw() {
    if (parts_.rows.empty() && parts_.caption == nullptr) return;
    open_table({.columns = parts_.count_shown(),
                .width = width(),
                .has_sticky_header = has_flag(table_, "data-header-sticky"),
                .has_sticky_column = has_flag(table_, "data-first-column-sticky"),
                .has_filter = attribute_value(table_, "data-search") == "true",
                .cannot_wrap = holds_code(table_),
                .fits_phone = words_.fit_phone()},
               renderer_);
    if (parts_.caption != nullptr) renderer_.render_generic(*parts_.caption);
    draw_widths();
    const Node* section = nullptr;
    for (const TableRow& row : parts_.rows) {
      if (row.node->parent != section) {
        if (section != nullptr) close(*section);
        section = row.node->parent;
        open(*section);
      }
      draw_row(row);
    }
    if (section != nullptr) close(*section);
    close_table(renderer_);
  }

 private:
  TableFrame::Width width() const {
    const std::string_view written = attribute_value(table_, "data-full-width");
    if (written == "true") return TableFrame::Width::Page;
    return written == "false" ? TableFrame::Width::Text : TableFrame::Width::Fitting;
  }

  std::string& out() { return renderer_.out(); }

  // A header that says nothing is none. One that its author hides is still read out.
  bool is_left_out(const Node& section) const {
    return section.is_element("thead") && shows_nothing(section);
  }
  void open(const Node& section) {
    if (is_left_out(section)) return;
    out().append("<").append(section.text);
    if (section.is_element("thead") && has_flag(table_, "data-header-hidden")) {
      out() += " class=\"vh\"";
    }
    out() += ">\n";
  }
  void close(const Node& section) {
    if (!is_left_out(section)) out().append("</").append(section.text).append(">\n");
  }

  void draw_widths() {
    bool has_any = false;
    for (const TableColumn& column : parts_.columns) has_any = has_any || column.width > 0;
    if (!has_any) return;
    out() += "<colgroup>";
    for (const TableColumn& column : parts_.columns) {
      if (column.is_hidden) continue;
      out() += "<col";
      if (column.width > 0) renderer_.attribute("data-width", std::to_string(column.width));
      out() += '>';
    }
    out() += "</colgroup>\n";
  }

  void draw_row(const TableRow& row) {
    if (is_left_out(*row.node->parent)) return;
    out() += "<tr>\n";
    for (const TableRow::Cell& cell : row.cells) {
      if (parts_.is_shown(cell)) draw_cell(cell, row);
    }
    out() += "</tr>\n";
  }

  void draw_cell(const TableRow::Cell& cell, const TableRow& row) {
    const Node& node = *cell.node;
    const TableColumn& column = parts_.column(cell.column);
    const bool is_header = row.node->parent->is_element("thead") || row.node == parts_.header;
    const bool is_named = node.text == "th" && !shows_nothing(node);
    out() += is_named ? "<th" : "<td";
    if (const std::string_view id = renderer_.id_of(node); !id.empty()) {
      renderer_.attribute("id", id);
    }
    if (words_.has_long(node)) out() += " class=\"long\"";
    draw_attributes(cell);
    inherit("data-align", node, column);
    inherit("data-valign", node, column);
    out() += '>';
    if (is_header) {
      renderer_.render_children(node);
    } else {
      draw_cell_content(node, column, renderer_);
    }
    out() += is_named ? "</th>\n" : "</td>\n";
  }

  // Columns that are hidden are not spanned.
  void draw_attributes(const TableRow::Cell& cell) {
    const std::size_t span = parts_.shown_span(cell);
    if (span == cell.span) return renderer_.render_attributes(*cell.node);
    Node shown = *cell.node;
    std::vector<Attribute> attributes;
    for (const Attribute& attribute : shown.attributes) {
      if (attribute.name != "colspan") attributes.push_back(attribute);
    }
    shown.attributes = attributes;
    renderer_.render_attributes(shown);
    if (span > 1) renderer_.attribute("colspan", std::to_string(span));
  }

  // How the column is aligned, where the cell does not say.
  void inherit(std::string_view name, const Node& cell, const TableColumn& column) {
    if (column.header == nullptr || !attribute_value(cell, name).empty()) return;
    std::string_view value = attribute_value(*column.header, name);
    if (value.empty() && name == "data-align" && column.type == TableColumn::Type::Number) {
      value = "right";
    }
    if (!value.empty()) renderer_.attribute(name, value);
  }

  const Node& table_;
  TableParts parts_;
  ColumnWords words_;  // Of what is shown.
  PageRenderer& renderer_;
};

}  // namespace

void draw_table(const Node& node, PageRenderer& renderer) {
  if (attribute_value(node, "data-view") == "cards") return draw_cards(node, renderer);
  TableDrawer(node, renderer).draw();
}

}  // namespace carnet
