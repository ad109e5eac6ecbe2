#include "markdown/feed/tags_in_line.h"

#include <optional>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/feed/scan_line.h"
#include "markdown/quoted_parts.h"
#include "markdown/tag.h"

namespace carnet {
namespace {

// True for one closing tag of an open block, and nothing else.
bool closes_open_block(const TagParse& parse, std::string_view text) {
  const std::optional<ParsedTag> tag = parse_tag(text);
  return tag && trim(text.substr(tag->length)).empty() && find_opening(parse, text) != nullptr;
}

bool is_closed_in(std::string_view line, const BlockSpec& block) {
  std::size_t looks = 0;
  for (std::size_t i = find_tag_start(line, 0);
       i != std::string_view::npos && looks < kMaxTagsInLine;
       i = find_tag_start(line, i + 1), ++looks) {
    const std::optional<ParsedTag> tag = parse_tag(line.substr(i));
    if (tag && tag->is_end && find_block(tag->name) == &block) return true;
  }
  return false;
}

}  // namespace

const std::string* find_opening(const TagParse& parse, std::string_view text) {
  const std::optional<ParsedTag> tag = parse_tag(text);
  if (!tag || !tag->is_end) return nullptr;
  const BlockSpec* block = find_block(tag->name);
  if (block == nullptr) return nullptr;
  const auto open = parse.open.find(block->name);
  return open != parse.open.end() && !open->second.empty() ? &open->second.back() : nullptr;
}

std::size_t find_trailing_ends(const TagParse& parse, std::string_view line) {
  std::vector<std::size_t> starts;
  for (std::size_t i = find_tag_start(line, 0); i != std::string_view::npos;
       i = find_tag_start(line, i + 1)) {
    starts.push_back(i);
  }
  std::size_t first = line.size();
  for (std::size_t looks = 0; !starts.empty() && looks < kMaxTagsInLine; ++looks) {
    const std::size_t start = starts.back();
    starts.pop_back();
    if (start == 0 || !closes_open_block(parse, line.substr(start, first - start))) break;
    first = start;
  }
  return first == line.size() || QuotedParts(line).contain(first) ? std::string_view::npos : first;
}

std::size_t find_complete_tag(const TagParse& parse, std::string_view line, LineSoFar so_far) {
  QuotedParts quoted(line);
  std::size_t looks = 0;
  for (std::size_t i = find_tag_start(line, 0);
       i != std::string_view::npos && looks < kMaxTagsInLine; i = find_tag_start(line, i + 1)) {
    if (quoted.contain(i)) continue;
    ++looks;
    const std::optional<ParsedTag> tag = parse_tag(line.substr(i));
    const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
    if (block == nullptr || block == &kRaw) continue;
    const bool is_complete =
        tag->is_end ? so_far == LineSoFar::HasTags && find_opening(parse, line.substr(i)) != nullptr
                    : block->closing != BlockSpec::Closing::Required ||
                          is_closed_in(line.substr(i + tag->length), *block);
    if (is_complete) return i;
  }
  return std::string_view::npos;
}

}  // namespace carnet
