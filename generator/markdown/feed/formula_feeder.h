// Lines without tags of blocks. A formula on lines of its own goes to cmark-gfm as fenced code:
// formula_syntax.h says why.

#pragma once

#include <cstddef>

#include "markdown/feed/fold_feeder.h"
#include "markdown/feed/line_feeder.h"
#include "markdown/feed/open_place.h"
#include "markdown/formula_syntax.h"
#include "markdown/tag_extension.h"

namespace carnet {

class FormulaFeeder {
 public:
  // What is between formulas goes to `folds`.
  FormulaFeeder(TagParse& parse, const OpenPlace& place, LineFeeder& lines, FoldFeeder& folds)
      : parse_(parse), place_(place), lines_(lines), folds_(folds) {}

  void feed_lines(std::size_t begin, std::size_t end);

 private:
  void feed_formula(std::size_t line, std::size_t mark, const FormulaBlock& block);

  TagParse& parse_;
  const OpenPlace& place_;
  LineFeeder& lines_;
  FoldFeeder& folds_;
};

}  // namespace carnet
