#include "markdown/feed/formula_feeder.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "markdown/feed/scan_line.h"

namespace carnet {

void FormulaFeeder::feed_lines(std::size_t begin, std::size_t end) {
  const std::string_view text = parse_.text.substr(0, end);
  std::size_t mark = text.find("$$", begin);
  while (mark < end) {
    const std::size_t line = std::max(line_begin(text, mark), begin);
    const std::size_t next = line_end(text, mark);
    const bool begins_line = container_prefix(text.substr(line, next - line)) == mark - line;
    const std::optional<FormulaBlock> block =
        begins_line ? find_formula_block(text, mark, end) : std::nullopt;
    if (!block) {
      mark = text.find("$$", begins_line ? next : mark + 2);
      continue;
    }
    folds_.feed_lines(begin, line);
    begin = line;
    if (place_.is_literal()) {
      mark = text.find("$$", next);
      continue;
    }
    feed_formula(line, mark, *block);
    begin = block->end;
    mark = text.find("$$", begin);
  }
  folds_.feed_lines(begin, end);
}

// The formula whose opening line begins at `line` and has its `$$` at `mark`.
void FormulaFeeder::feed_formula(std::size_t line, std::size_t mark, const FormulaBlock& block) {
  // TeX has no use for so many of them.
  constexpr std::string_view kFence = "~~~~~~~~~~~~~~~~~~~~~~~~";
  const std::string_view text = parse_.text;
  const std::string prefix(text.substr(line, mark - line));
  parse_.formula_lines.push_back(static_cast<int>(parse_.lines.size()) + 1);
  lines_.feed_mark(line, prefix + std::string(kFence), 0);
  const std::size_t first_end = line_end(text, block.source_begin);
  const std::string_view first =
      text.substr(block.source_begin, first_end - block.source_begin - 1);
  const std::string indent = indentation(prefix);
  if (!trim(first).empty()) {
    lines_.feed_mark(block.source_begin, indent + std::string(first), indent.size());
  }
  const std::size_t last = line_begin(text, block.source_end);
  lines_.feed_lines(first_end, last);
  const std::string_view closing = text.substr(last, block.source_end - last);
  const std::string closing_prefix(closing.substr(0, container_prefix(closing)));
  if (closing.size() > closing_prefix.size()) lines_.feed_mark(last, std::string(closing), 0);
  // An item of a list or a quote may have ended before, and the formula with it.
  lines_.feed_mark(block.source_end,
                   place_.is_literal() ? closing_prefix + std::string(kFence) : "$$", 0);
}

}  // namespace carnet
