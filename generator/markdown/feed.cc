#include "markdown/feed.h"

#include <algorithm>
#include <string_view>

#include "markdown/feed/fold_feeder.h"
#include "markdown/feed/formula_feeder.h"
#include "markdown/feed/indented_blocks.h"
#include "markdown/feed/line_feeder.h"
#include "markdown/feed/open_comments.h"
#include "markdown/feed/open_place.h"
#include "markdown/feed/scan_line.h"
#include "markdown/feed/table_feeder.h"
#include "markdown/feed/tag_line_feeder.h"
#include "markdown/html_table.h"

namespace carnet {
namespace {

// Tells lines with tags from lines without. The latter go through tables, formulas and folds, each
// of which takes its own out, to the feeder of lines.
class Feeder {
 public:
  Feeder(cmark_parser& parser, TagParse& parse, std::size_t begin)
      : text_(parse.text),
        place_(parser, table_),
        blocks_(text_, place_),
        comments_(text_, begin),
        lines_(parser, parse, place_, blocks_, comments_),
        folds_(text_, place_, lines_),
        formulas_(parse, place_, lines_, folds_),
        tables_(text_, table_, place_, lines_, folds_, formulas_),
        tag_lines_(parse, place_, blocks_, lines_, tables_) {}

  void feed(std::size_t begin) {
    while (begin < text_.size()) {
      const std::size_t tag = find_tag_start(text_, begin);
      if (tag == std::string_view::npos) return tables_.feed_lines(begin, text_.size());
      const std::size_t line = std::max(line_begin(text_, tag), begin);
      tables_.feed_lines(begin, line);
      begin = tag_lines_.feed(line, line_end(text_, tag));
      tables_.note_tag_line(line, begin);
    }
  }

 private:
  std::string_view text_;
  HtmlTable table_;
  OpenPlace place_;
  IndentedBlocks blocks_;
  OpenComments comments_;
  LineFeeder lines_;
  FoldFeeder folds_;
  FormulaFeeder formulas_;
  TableFeeder tables_;
  TagLineFeeder tag_lines_;
};

}  // namespace

void feed_with_tags(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse, begin).feed(begin);
}

void feed_plain(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  const HtmlTable no_table;
  const OpenPlace place(parser, no_table);
  IndentedBlocks no_blocks(parse.text, place);
  OpenComments no_comments(parse.text, parse.text.size());
  LineFeeder(parser, parse, place, no_blocks, no_comments).feed_lines(begin, parse.text.size());
}

}  // namespace carnet
