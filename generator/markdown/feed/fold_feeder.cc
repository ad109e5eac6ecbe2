#include "markdown/feed/fold_feeder.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "markdown/feed/scan_line.h"

namespace carnet {

void FoldFeeder::feed_lines(std::size_t begin, std::size_t end) {
  while (begin < end) {
    const std::size_t found = folds_.find(begin);
    if (found >= end) return lines_.feed_lines(begin, end);
    const std::size_t line = std::max(line_begin(text_, found), begin);
    const std::size_t next = line_end(text_, found);
    lines_.feed_lines(begin, line);
    if (place_.is_literal() || !feed_fold_line(line, next)) {
      lines_.feed_lines(line, next);
      begin = next;
    } else {
      begin = next < end ? end_html(next) : next;
    }
  }
}

// Feeds a line that begins or ends a fold. False if it has to be fed as it is.
bool FoldFeeder::feed_fold_line(std::size_t begin, std::size_t end) {
  using Kind = FoldLine::Part::Kind;
  const std::string_view line = text_.substr(begin, end - begin);
  const std::size_t mark = container_prefix(line);
  const FoldLine cut =
      cut_fold_line(line, mark, open_.empty() ? FoldPlace::Outside : FoldPlace::Inside);
  if (cut.parts.empty() || cut.parts.size() > kMaxTagsInLine || place_.is_indented_code(line)) {
    return false;
  }
  const std::string inner = indentation(line.substr(0, mark));
  std::string prefix;
  for (const FoldLine::Part& part : cut.parts) {
    if (part.kind == Kind::Markdown) lines_.end_html_block_before(begin + part.begin, inner);
    if (part.kind == Kind::End && !prefix.empty() && !open_.empty()) {
      // It may close more than the item of the list that it stands in.
      prefix = open_.back();
    }
    lines_.feed_line(begin + part.begin, begin + part.end, prefix, TagsAre::Blocks, part.escape_at);
    if (part.kind == Kind::Begin) open_.push_back(inner);
    if (part.kind == Kind::End && !open_.empty()) open_.pop_back();
    prefix = inner;
  }
  ends_with_summary_ = cut.ends_with_summary;
  return true;
}

// Ends the HTML of a fold before Markdown that follows without an empty line. Returns where the
// source goes on: a line may have been fed.
std::size_t FoldFeeder::end_html(std::size_t next) {
  const std::string_view line = text_.substr(next, line_end(text_, next) - next);
  const std::string_view words = trim_start(line);
  if (words.empty() || (!ends_with_summary_ && words.starts_with('<'))) return next;
  const std::string_view indent = leading_spaces(line);
  const std::string place = indentation(line.substr(0, container_prefix(line)));
  const bool is_deep = count_columns(indent) >= place_.item_columns() + 4;
  if (!is_deep) {
    lines_.end_html_block_before(next, indent.empty() ? place : std::string(indent));
    return next;
  }
  // As Markdown it would be code, which is not what its author sees.
  if (words.starts_with('<') || folds_.find(next) < next + line.size() ||
      !lines_.end_html_block_before(next, std::string(place_.item_columns(), ' '))) {
    return next;
  }
  lines_.feed_line(next + indent.size(), next + line.size(),
                   std::string(place_.item_columns(), ' '));
  return next + line.size();
}

}  // namespace carnet
