// What GitBook says about a table in its HTML: columns with types, hidden ones,
// and what each is to a card.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "markdown/node.h"

namespace carnet {

struct TableColumn {
  enum class Type : std::uint8_t {
    Text,
    Checkbox,    // "true" or "false".
    ContentRef,  // A link that shows the title of its target.
    Files,       // Links to files.
    Image,       // Links to pictures.
    Number,      //
    Rating,      // A number of stars, up to `most`.
    Select,      // `<span data-option>`, of a list of choices.
    Users,       // Links to people: their names.
  };

  const Node* header = nullptr;  // Its `<th>`; null if there is none.
  Type type = Type::Text;
  bool is_hidden = false;         // Its cells are shown nowhere, but may serve a card.
  bool is_card_target = false;    // The card leads to its link.
  bool is_card_cover = false;     // Its picture stands on top of the card,
  bool is_dark_cover = false;     // by night this one.
  std::uint8_t most = 5;          // Stars of a Rating.
  std::uint8_t width = 0;         // In percent of the table, in steps of five; 0: as it comes.
  std::string_view object_fit{};  // Of covers: "contain", "fill"; empty: cropped.
};

// The cells of a row, with the columns that they begin in.
struct TableRow {
  struct Cell {
    const Node* node;
    std::size_t column;
    std::size_t span = 1;  // How many columns it stands in.
  };
  const Node* node;
  std::vector<Cell> cells;
};

struct TableParts {
  const Node* caption = nullptr;
  const Node* header = nullptr;  // The row that names the columns; null if there is none.
  std::vector<TableRow> rows;    // All of them, the header too.
  std::vector<TableColumn> columns;

  // What is known of a column; of one that has no header nothing is.
  const TableColumn& column(std::size_t i) const;
  // How many of a cell's columns are to be drawn.
  std::size_t shown_span(const TableRow::Cell& cell) const;
  // True if that cell is to be drawn.
  bool is_shown(const TableRow::Cell& cell) const { return shown_span(cell) > 0; }
  std::size_t count_shown() const;
};

// Reads a `<table>`.
TableParts read_table(const Node& table);

// True if an attribute without a value, or with any but "false", is there.
bool has_flag(const Node& node, std::string_view name);

}  // namespace carnet
