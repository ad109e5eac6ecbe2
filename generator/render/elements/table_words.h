// How narrow a table can become before a word has to break.

#pragma once

#include <cstddef>
#include <unordered_set>
#include <vector>

#include "markdown/node.h"

namespace carnet {

// The columns of a table, by the words in them.
class ColumnWords {
 public:
  void add(std::size_t column, const Node& cell);
  // Whether a cell holds a word, an address say, that may break anywhere. Requires that it was
  // added.
  bool has_long(const Node& cell) const { return long_cells_.contains(&cell); }
  // Whether the columns stand beside each other on the narrowest phone.
  bool fit_phone() const;

 private:
  std::vector<std::size_t> longest_;  // Of the words that are not to break, in code points.
  std::unordered_set<const Node*> long_cells_;
};

}  // namespace carnet
