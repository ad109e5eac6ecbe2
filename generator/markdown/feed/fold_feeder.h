// Lines without tags of blocks. Those that begin or end a `<details>` are cut in pieces, as
// fold_line.h says.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/feed/line_feeder.h"
#include "markdown/feed/open_place.h"
#include "markdown/fold_line.h"

namespace carnet {

class FoldFeeder {
 public:
  FoldFeeder(std::string_view text, const OpenPlace& place, LineFeeder& lines)
      : text_(text), place_(place), lines_(lines), folds_(text) {}

  void feed_lines(std::size_t begin, std::size_t end);

 private:
  bool feed_fold_line(std::size_t begin, std::size_t end);
  std::size_t end_html(std::size_t next);

  std::string_view text_;
  const OpenPlace& place_;
  LineFeeder& lines_;
  FoldSearch folds_;
  std::vector<std::string> open_;   // The indentation of each `<details>` that is open.
  bool ends_with_summary_ = false;  // The line of a fold that was fed last.
};

}  // namespace carnet
