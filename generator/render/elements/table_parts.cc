#include "render/elements/table_parts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/limits.h"
#include "base/text.h"
#include "render/elements/parts.h"

namespace carnet {
namespace {

// GitBook's editor measures columns on a table of this many pixels.
constexpr double kEditorWidth = 750;

constexpr struct {
  std::string_view name;
  TableColumn::Type type;
} kTypes[] = {
    {"checkbox", TableColumn::Type::Checkbox}, {"content-ref", TableColumn::Type::ContentRef},
    {"files", TableColumn::Type::Files},       {"image", TableColumn::Type::Image},
    {"number", TableColumn::Type::Number},     {"rating", TableColumn::Type::Rating},
    {"select", TableColumn::Type::Select},     {"users", TableColumn::Type::Users},
};

TableColumn::Type type_of(const Node& header) {
  const std::string_view written = attribute_value(header, "data-type");
  for (const auto& [name, type] : kTypes) {
    if (name == written) return type;
  }
  return find_child(header, "select") != nullptr ? TableColumn::Type::Select
                                                 : TableColumn::Type::Text;
}

std::size_t count_of(const Node& cell, std::string_view name) {
  const std::string_view text = attribute_value(cell, name);
  std::size_t count = 1;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return std::max<std::size_t>(count, 1);
}

// Gives each cell its column. A cell that spans rows takes its column in the rows
// below, too.
class ColumnCounter {
 public:
  void begin_row() { column_ = 0; }
  TableRow::Cell place(const Node& cell) {
    skip_taken();
    const std::size_t first = column_;
    const std::size_t columns =
        std::min(count_of(cell, "colspan"), kMaxTableColumns - std::min(first, kMaxTableColumns));
    const std::size_t rows = count_of(cell, "rowspan");
    column_ = first + std::max<std::size_t>(columns, 1);
    if (rows > 1 && column_ <= kMaxTableColumns) {
      taken_.resize(std::max(taken_.size(), column_));
      for (std::size_t i = first; i < column_; ++i) taken_[i] = rows;
    }
    return {&cell, first, column_ - first};
  }
  void end_row() {
    for (std::size_t& rows : taken_) rows -= rows > 0 ? 1 : 0;
  }

 private:
  void skip_taken() {
    while (column_ < taken_.size() && taken_[column_] > 0) ++column_;
  }

  std::size_t column_ = 0;
  std::vector<std::size_t> taken_;  // For how many rows, with this one.
};

bool is_cell(const Node& node) { return node.is_element("td") || node.is_element("th"); }

bool is_header_row(const Node& row) {
  if (row.parent->is_element("thead")) return true;
  if (row.previous != nullptr || row.parent->is_element("tfoot")) return false;
  return row.first_child != nullptr &&
         std::all_of(row.children().begin(), row.children().end(),
                     [](const Node& cell) { return cell.is_element("th"); });
}

TableColumn read_column(const Node& header) {
  TableColumn column{.header = &header, .type = type_of(header)};
  column.is_hidden = has_flag(header, "data-hidden");
  column.is_card_target = has_flag(header, "data-card-target");
  column.is_card_cover = has_flag(header, "data-card-cover");
  column.is_dark_cover = has_flag(header, "data-card-cover-dark");
  const std::string_view most = attribute_value(header, "data-max");
  if (!most.empty())
    column.most =
        static_cast<std::uint8_t>(std::min<std::size_t>(count_of(header, "data-max"), 10));
  column.object_fit = attribute_value(header, "data-object-fit");
  return column;
}

std::optional<double> written_width(const TableColumn& column) {
  if (column.header == nullptr) return std::nullopt;
  std::string_view text = attribute_value(*column.header, "width");
  if (text.empty()) return std::nullopt;
  const bool is_percent = text.ends_with('%');
  if (is_percent) text.remove_suffix(1);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  if (!(value > 0)) return std::nullopt;
  return is_percent ? value * kEditorWidth / 100 : value;
}

// Pixels are shares of the editor's table or, if all columns have them, of their sum.
void set_widths(std::vector<TableColumn>& columns) {
  double sum = 0;
  bool has_all = true;
  for (const TableColumn& column : columns) {
    if (column.is_hidden) continue;
    const std::optional<double> width = written_width(column);
    has_all = has_all && width.has_value();
    sum += width.value_or(0);
  }
  if (sum <= 0) return;
  const double whole = has_all ? sum : std::max(sum * 1.1, kEditorWidth);
  for (TableColumn& column : columns) {
    const std::optional<double> width = column.is_hidden ? std::nullopt : written_width(column);
    if (!width) continue;
    const long steps = std::lround(*width * 20 / whole);
    column.width = static_cast<std::uint8_t>(5 * std::clamp(steps, 1L, 20L));
  }
}

void read_columns(TableParts& parts) {
  for (const TableRow& row : parts.rows) {
    if (row.node != parts.header) continue;
    for (const TableRow::Cell& cell : row.cells) {
      if (cell.column >= kMaxTableColumns) break;
      parts.columns.resize(cell.column + 1);
      parts.columns[cell.column] = read_column(*cell.node);
    }
  }
  set_widths(parts.columns);
}

}  // namespace

const TableColumn& TableParts::column(std::size_t i) const {
  static constexpr TableColumn kUnknown;
  return i < columns.size() ? columns[i] : kUnknown;
}

std::size_t TableParts::shown_span(const TableRow::Cell& cell) const {
  std::size_t shown = 0;
  for (std::size_t i = 0; i < cell.span; ++i) shown += column(cell.column + i).is_hidden ? 0 : 1;
  return shown;
}

std::size_t TableParts::count_shown() const {
  std::size_t most = 0;
  for (const TableRow& row : rows) {
    std::size_t shown = 0;
    for (const TableRow::Cell& cell : row.cells) shown += shown_span(cell);
    most = std::max(most, shown);
  }
  return most;
}

TableParts read_table(const Node& table) {
  TableParts parts;
  ColumnCounter counter;
  for (const Node& section : table.children()) {
    if (section.is_element("caption")) parts.caption = &section;
    for (const Node& row : section.children()) {
      if (!row.is_element("tr")) continue;
      if (parts.rows.empty() && is_header_row(row)) parts.header = &row;
      TableRow& read = parts.rows.emplace_back(TableRow{&row, {}});
      counter.begin_row();
      for (const Node& cell : row.children()) {
        if (is_cell(cell)) read.cells.push_back(counter.place(cell));
      }
      counter.end_row();
    }
  }
  read_columns(parts);
  return parts;
}

bool has_flag(const Node& node, std::string_view name) {
  const Attribute* attribute = find_attribute(node, name);
  return attribute != nullptr && !equals_ignoring_case(trim(attribute->value), "false");
}

}  // namespace carnet
