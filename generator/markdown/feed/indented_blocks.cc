#include "markdown/feed/indented_blocks.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/feed/scan_line.h"
#include "markdown/tag.h"

namespace carnet {

void IndentedBlocks::note_tag(std::size_t offset) {
  // It may go on behind its line.
  const std::optional<ParsedTag> tag = parse_tag(text_.substr(offset));
  const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
  if (block == nullptr || block->closing != BlockSpec::Closing::Required) return;
  if (tag->is_end) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].block != block) continue;
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(i), open_.end());
      return;
    }
  } else if (open_.size() < kMaxBlockDepth) {
    const std::size_t line = line_begin(text_, offset);
    const std::string_view before = text_.substr(line, offset - line);
    const bool is_indented = !before.empty() && trim(before).empty() && place_.item_columns() == 0;
    open_.push_back({.block = block, .is_indented = is_indented});
  }
}

std::size_t IndentedBlocks::dedent(std::string_view line) {
  const std::string_view spaces = leading_spaces(line);
  if (!may_dedent() || spaces.size() == line.size()) return 0;
  OpenBlock& open = open_.back();
  if (!open.body) open.body = spaces;
  std::size_t same = 0;
  while (same < std::min(spaces.size(), open.body->size()) && spaces[same] == (*open.body)[same]) {
    ++same;
  }
  // What is in a fence is cut as the fence was.
  if (place_.is_literal()) return std::min(same, literal_dedent_);
  return literal_dedent_ = same;
}

std::size_t IndentedBlocks::dedent_tags(std::string_view line) {
  return is_part_of_group(line) ? leading_spaces(line).size() : dedent(line);
}

// In a group there is nothing but its parts: their tags are no code, however far indented.
bool IndentedBlocks::is_part_of_group(std::string_view line) const {
  if (open_.empty() || place_.is_literal() || place_.item_columns() > 0) return false;
  const std::optional<ParsedTag> tag = parse_tag(trim_start(line));
  const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
  const BlockSpec& open = *open_.back().block;
  return block != nullptr && (tag->is_end ? block == &open : block->name == open.child);
}

}  // namespace carnet
