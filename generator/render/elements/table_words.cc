#include "render/elements/table_words.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace carnet {
namespace {

// Longer words than that are hardly prose, or the name of anything.
constexpr std::size_t kLongestWord = 22;
// In pixels: what a letter takes, what stands between two columns, and what a phone of 320 has
// beside the margins of the page.
constexpr std::size_t kLetter = 8;
constexpr std::size_t kGap = 28;
constexpr std::size_t kPhone = 300;

struct CellWords {
  std::size_t longest = 0;
  bool has_long = false;
};

void add_words(std::string_view text, CellWords& words) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    // A browser breaks a line behind a hyphen, too.
    const std::size_t end = std::min(text.find_first_of(" \n\t-", begin), text.size());
    const std::size_t length = count_code_points(text.substr(begin, end - begin));
    if (length > kLongestWord) {
      words.has_long = true;
    } else {
      words.longest = std::max(words.longest, length);
    }
    begin = end + 1;
  }
}

void add_words(const Node& node, CellWords& words) {
  for (const Node& child : node.children()) {
    if (child.kind == NodeKind::Text || child.kind == NodeKind::Code) add_words(child.text, words);
    add_words(child, words);
  }
}

}  // namespace

void ColumnWords::add(std::size_t column, const Node& cell) {
  CellWords words;
  add_words(cell, words);
  if (words.has_long) long_cells_.insert(&cell);
  if (column >= longest_.size()) longest_.resize(column + 1);
  longest_[column] = std::max(longest_[column], words.longest);
}

bool ColumnWords::fit_phone() const {
  std::size_t width = 0;
  for (const std::size_t longest : longest_) width += longest * kLetter + kGap;
  return width <= kPhone + kGap;  // There is no gap beside the outer ones.
}

}  // namespace carnet
