// Lines without tags of blocks, and the tables of raw HTML in them.
//
// A table is one thing from its first tag to its last, whatever stands in it: html_table.h says
// why. Its lines are fed such that cmark-gfm sees HTML where HTML goes on, and Markdown that is
// not code where an empty line says that Markdown follows.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "markdown/feed/fold_feeder.h"
#include "markdown/feed/formula_feeder.h"
#include "markdown/feed/line_feeder.h"
#include "markdown/feed/open_place.h"
#include "markdown/html_table.h"

namespace carnet {

class TableFeeder {
 public:
  // `table` is the one that `place` knows of. What is between tables goes to `formulas`, and the
  // line that begins one to `folds`.
  TableFeeder(std::string_view text, HtmlTable& table, const OpenPlace& place, LineFeeder& lines,
              FoldFeeder& folds, FormulaFeeder& formulas)
      : text_(text),
        place_(place),
        lines_(lines),
        folds_(folds),
        formulas_(formulas),
        table_(table),
        tables_(text) {}

  void feed_lines(std::size_t begin, std::size_t end);

  // What is to be fed of a line with tags.
  struct TagLine {
    std::size_t begin;
    std::string prefix;  // Goes before it.
  };
  // To be called before such a line is fed, if a table is open ...
  TagLine read_tag_line(std::size_t begin, std::size_t end);
  // ... and this when it was: it may begin one.
  void note_tag_line(std::size_t begin, std::size_t end);

 private:
  void begin_table(std::size_t begin, std::size_t end);
  void feed_line_of_table(std::size_t begin, std::size_t end);
  void feed_empty_line_of_table(std::size_t begin, std::size_t end);
  std::optional<std::size_t> find_text(std::size_t begin, std::size_t end) const;
  std::string_view next_text(std::size_t begin);
  std::size_t begin_of_tag(std::size_t at, std::size_t end);

  std::string_view text_;
  const OpenPlace& place_;
  LineFeeder& lines_;
  FoldFeeder& folds_;
  FormulaFeeder& formulas_;
  HtmlTable& table_;  // That is open, if any.
  TableSearch tables_;
  std::string prefix_;               // What its lines begin with, in quotes and lists.
  std::size_t markdown_indent_ = 0;  // Of the Markdown in its cell.
  std::size_t next_text_ = 0;
};

}  // namespace carnet
