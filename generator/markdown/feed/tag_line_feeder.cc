#include "markdown/feed/tag_line_feeder.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/text.h"
#include "markdown/cell_tags.h"
#include "markdown/feed/scan_line.h"
#include "markdown/quoted_parts.h"
#include "markdown/tag.h"

namespace carnet {

std::size_t TagLineFeeder::feed(std::size_t begin, std::size_t end) {
  if (lines_.feed_open_comment(begin, end)) return end;
  if (place_.is_html_table()) {
    TableFeeder::TagLine line = tables_.read_tag_line(begin, end);
    return feed_rest(line.begin, end, std::move(line.prefix));
  }
  begin += blocks_.dedent_tags(parse_.text.substr(begin, end - begin));
  return feed_rest(begin, end, {});
}

std::size_t TagLineFeeder::feed_rest(std::size_t begin, std::size_t end, std::string prefix) {
  Rest rest{.begin = begin, .end = end, .prefix = std::move(prefix)};
  rest.stands_in_item = stands_in_item(line_of(rest));
  for (std::size_t count = 0; count < kMaxTagsInLine; ++count) {
    if (!feed_next(rest)) return rest.end;
    rest.so_far = LineSoFar::HasTags;
  }
  feed_as_text(rest);
  return rest.end;
}

// Feeds all up to the next tag, or one tag if it begins with it. False if nothing is left, and then
// the source goes on at `rest.end`.
bool TagLineFeeder::feed_next(Rest& rest) {
  const std::string_view line = line_of(rest);
  const std::size_t mark = container_prefix(line);
  const std::string_view text = line.substr(mark);
  const bool begins = find_tag_start(line, mark) == mark;
  const std::string indent = rest.prefix + indentation(line.substr(0, mark));
  if (!place_.is_literal()) {
    if (begins ? begins_with_raw(text) : has_raw(line)) return feed_without_raw_tags(rest);
    if (begins) {
      if (parse_tag(text)) lines_.end_html_block_before(rest.begin, indent);
    } else {
      if (feed_before_trailing_ends(rest)) return true;
      if (place_.is_pipe_table()) {
        feed_row(rest);
        return false;
      }
      if (feed_before_complete_tag(rest)) {
        rest.prefix = indent;
        return true;
      }
    }
  }
  lines_.feed_line(rest.begin, rest.end, rest.prefix);
  if (!parse_.found) {
    if (!place_.is_literal()) report_inline_tags(rest.begin, line, begins ? mark + 2 : 0);
    return false;
  }
  lines_.clear_blank_line();
  if (begins) blocks_.note_tag(rest.begin + mark);
  rest.begin = parse_.tag_end;
  if (begins && opens_raw(text)) {
    const std::size_t raw_end = raw_ends_.find(rest.begin);
    if (raw_end != std::string_view::npos) {
      rest.end = feed_raw(rest.begin, raw_end, indent);
      return false;
    }
  }
  rest.end = line_end(parse_.text, rest.begin);
  while (rest.begin < rest.end && is_space(parse_.text[rest.begin])) ++rest.begin;
  rest.prefix = indent;
  return rest.begin < rest.end;
}

// False if the line does not end with tags that close open blocks.
bool TagLineFeeder::feed_before_trailing_ends(Rest& rest) {
  const std::string_view line = line_of(rest);
  const std::size_t cut = find_trailing_ends(parse_, line);
  if (cut == std::string_view::npos) return false;
  lines_.feed_line(rest.begin, rest.begin + cut, rest.prefix);
  if (!place_.is_literal()) report_inline_tags(rest.begin, line.substr(0, cut), 0);
  rest.begin += cut;
  rest.prefix = indentation_of_opening(rest.begin);
  return true;
}

// Tags behind other text in an item of a list: there an author has no other line. False if there
// is none.
bool TagLineFeeder::feed_before_complete_tag(Rest& rest) {
  if (!rest.stands_in_item) return false;
  const std::size_t cut = find_complete_tag(parse_, line_of(rest), rest.so_far);
  if (cut == std::string_view::npos) return false;
  lines_.feed_line(rest.begin, rest.begin + cut, rest.prefix);
  rest.begin += cut;
  return true;
}

// A line of which parts are raw, up to the tags that close open blocks at its end.
bool TagLineFeeder::feed_without_raw_tags(Rest& rest) {
  const std::string_view line = line_of(rest);
  const std::size_t cut = find_trailing_ends(parse_, line);
  lines_.feed_made(rest.begin, rest.prefix + without_raw_tags(line.substr(0, cut)),
                   rest.prefix.size(), TagsAre::Text);
  if (cut == std::string_view::npos) return false;
  rest.begin += cut;
  rest.prefix = indentation_of_opening(rest.begin);
  return true;
}

// Feeds [begin, end) as text, and then the line that closes it. Returns where the source goes on.
std::size_t TagLineFeeder::feed_raw(std::size_t begin, std::size_t end, std::string prefix) {
  const std::string_view text = parse_.text;
  for (;;) {
    // The rest of the opening tag's own line.
    const std::size_t first_end = std::min(line_end(text, begin), end);
    if (!trim(text.substr(begin, first_end - begin)).empty()) {
      lines_.feed_line(begin, first_end, prefix, TagsAre::Text);
    }
    parse_.found = true;  // No tag is taken until the next line is fed by itself.
    const std::size_t last = std::max(line_begin(text, end), first_end);
    if (last > first_end) lines_.feed_lines(first_end, last);
    const std::string_view line = text.substr(last, line_end(text, end) - last);
    const std::size_t in_line = end - last;
    const bool is_literal = place_.is_literal() || QuotedParts(line).contain(in_line);
    if (!is_literal) {
      if (container_prefix(line) >= in_line) return feed_rest(last, line_end(text, end), {});
      lines_.feed_line(last, end, {}, TagsAre::Text);
      return feed_rest(end, line_end(text, end), indentation_of_opening(end));
    }
    // This one is text, too.
    begin = last;
    prefix.clear();
    end = raw_ends_.find(end + 1);
    if (end == std::string_view::npos) return last;
  }
}

// A row of a table, or what follows one.
void TagLineFeeder::feed_row(const Rest& rest) {
  const std::string marked =
      mark_cell_tags(line_of(rest), static_cast<std::uint32_t>(rest.begin), parse_.cell_tags);
  report_inline_tags(rest.begin, marked, 0);
  lines_.feed_made(rest.begin, rest.prefix + marked, rest.prefix.size(), TagsAre::Blocks);
}

// What stands behind more tags than anybody writes on a line.
void TagLineFeeder::feed_as_text(const Rest& rest) {
  const auto offset = static_cast<std::uint32_t>(rest.begin);
  parse_.diagnostics.report(
      DiagnosticKind::LimitReached, {parse_.source, offset, offset},
      "there are more than " + std::to_string(kMaxTagsInLine) + " tags of blocks on this line",
      "the others are shown as text");
  lines_.feed_line(rest.begin, rest.end, rest.prefix, TagsAre::Text);
}

std::string_view TagLineFeeder::line_of(const Rest& rest) const {
  return parse_.text.substr(rest.begin, rest.end - rest.begin);
}

// Of the block that the tag closes, which may be more than the item of the list that it stands in.
std::string TagLineFeeder::indentation_of_opening(std::size_t tag) const {
  return indentation(*find_opening(parse_, parse_.text.substr(tag)));
}

// True if the line begins an item, or is indented as its item is.
bool TagLineFeeder::stands_in_item(std::string_view line) const {
  const std::size_t mark = container_prefix(line);
  if (place_.is_literal() || line.substr(mark).starts_with('|') || place_.is_indented_code(line)) {
    return false;
  }
  const std::string_view prefix = line.substr(0, mark);
  if (prefix.find_first_not_of(" \t>") != std::string_view::npos) return true;
  const std::size_t columns = place_.item_columns();
  return columns > 0 && count_columns(indentation(prefix)) >= columns;
}

// Tags in the middle of a line stay text; their author should know.
void TagLineFeeder::report_inline_tags(std::size_t begin, std::string_view line, std::size_t from) {
  if (place_.is_html_block()) return;
  QuotedParts quoted(line);
  for (std::size_t i = find_tag_start(line, from); i != std::string_view::npos;
       i = find_tag_start(line, i + 1)) {
    if (quoted.contain(i)) continue;
    const std::optional<ParsedTag> tag = parse_tag(line.substr(i));
    if (!tag || !is_known_tag(*tag)) continue;
    const auto offset = static_cast<std::uint32_t>(begin + i);
    parse_.diagnostics.report(
        DiagnosticKind::InlineTag,
        {parse_.source, offset, offset + static_cast<std::uint32_t>(tag->length)},
        "the tag of a block in the middle of a line is shown as text",
        "write it on a line of its own");
    i += tag->length - 1;
  }
}

}  // namespace carnet
