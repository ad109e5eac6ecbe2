// How narrow a table can become before a word has to break.

#pragma once

#include <cstddef>
#include <vector>

#include "markdown/node.h"

namespace carnet {

// The longest words of a cell, in code points.
struct CellWords {
  std::size_t longest = 0;  // Of those that are not to break.
  bool has_long = false;    // It holds a word, an address say, that may break anywhere.
};

CellWords words_of_cell(const Node& cell);

// The columns of a table, by the words in them.
class ColumnWords {
 public:
  void add(std::size_t column, const CellWords& words);
  // Whether the columns stand beside each other on the narrowest phone.
  bool fit_phone() const;

 private:
  std::vector<std::size_t> longest_;
};

}  // namespace carnet
