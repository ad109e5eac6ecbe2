#include "markdown/feed/table_feeder.h"

#include <algorithm>

#include "base/text.h"
#include "markdown/feed/scan_line.h"

namespace carnet {

void TableFeeder::feed_lines(std::size_t begin, std::size_t end) {
  while (begin < end) {
    if (table_.is_open()) {
      const std::size_t next = line_end(text_, begin);
      feed_line_of_table(begin, next);
      begin = next;
      continue;
    }
    const std::size_t found = tables_.find(begin);
    if (found >= end) return formulas_.feed_lines(begin, end);
    const std::size_t line = std::max(begin, line_begin(text_, found));
    const std::size_t next = line_end(text_, found);
    formulas_.feed_lines(begin, line);
    folds_.feed_lines(line, next);
    begin_table(line, next);
    begin = next;
  }
}

TableFeeder::TagLine TableFeeder::read_tag_line(std::size_t begin, std::size_t end) {
  TagLine line{.begin = begin, .prefix = {}};
  const std::optional<std::size_t> at = find_text(begin, end);
  if (!at) {
    table_.end();
    return line;
  }
  if (!place_.is_literal()) line = {.begin = begin_of_tag(*at, end), .prefix = prefix_};
  table_.read(text_.substr(begin, end - begin));
  return line;
}

void TableFeeder::note_tag_line(std::size_t begin, std::size_t end) {
  if (!table_.is_open() && tables_.find(begin) < end) begin_table(begin, end);
}

// To be called when a line with `<table` was fed.
void TableFeeder::begin_table(std::size_t begin, std::size_t end) {
  if (!place_.is_html_until_empty_line() || end > tables_.last_end()) return;
  const std::string_view line = text_.substr(begin, end - begin);
  table_.read(line);
  prefix_ = indentation(line.substr(0, container_prefix(line)));
  markdown_indent_ = 0;
}

void TableFeeder::feed_line_of_table(std::size_t begin, std::size_t end) {
  const std::optional<std::size_t> at = find_text(begin, end);
  if (!at || begin > tables_.last_end()) {
    table_.end();
    return lines_.feed_lines(begin, end);
  }
  const std::string_view text = text_.substr(*at, end - *at);
  const std::string_view words = trim_start(text);
  if (words.empty()) return feed_empty_line_of_table(begin, end);
  if (place_.is_html_until_empty_line() || table_.is_in_pre()) {
    lines_.feed_lines(begin, end);
    table_.read(text);
  } else if (!place_.is_literal() && begins_with_block_tag(words)) {
    lines_.feed_line(end - words.size(), end, prefix_);  // Behind Markdown: indented or not.
    table_.read(text);
  } else {
    const std::size_t indent = std::min(markdown_indent_, text.size() - words.size());
    lines_.feed_line(*at + indent, end, prefix_);
  }
}

// It stays one only where Markdown follows.
void TableFeeder::feed_empty_line_of_table(std::size_t begin, std::size_t end) {
  const std::string_view next = next_text(begin);
  const std::string_view words = trim_start(next);
  const bool is_html = place_.is_html_until_empty_line();
  if (is_html && !words.empty() && (table_.is_in_pre() || begins_with_block_tag(words))) {
    static constexpr std::string_view kNothing = "<!---->";
    // None of it is in the source, and so all of it is prefix, with the end of the line.
    const std::size_t made = prefix_.size() + kNothing.size() + 1;
    lines_.feed_mark(begin, prefix_ + std::string(kNothing), made);
    return;
  }
  if (is_html) markdown_indent_ = next.size() - words.size();
  lines_.feed_lines(begin, end);
}

// Where the text of a line begins that stands in the same quote or list item as the table; nothing
// if it stands outside. An empty line stands wherever it may.
std::optional<std::size_t> TableFeeder::find_text(std::size_t begin, std::size_t end) const {
  std::size_t at = begin;
  for (char mark : prefix_) {
    if (at < end && text_[at] == mark) {
      ++at;
    } else if (mark == '>' || !trim(text_.substr(at, end - at)).empty()) {
      return std::nullopt;
    }
  }
  return at;
}

// The next line that is not empty, as its text; empty if that is not part of the table.
std::string_view TableFeeder::next_text(std::size_t begin) {
  if (next_text_ < begin) {
    next_text_ = std::min(text_.find_first_not_of(" \t\n>", begin), text_.size());
  }
  const std::size_t line = std::max(begin, line_begin(text_, next_text_));
  const std::size_t end = line_end(text_, next_text_);
  const std::optional<std::size_t> text = find_text(line, end);
  return text ? text_.substr(*text, end - *text) : std::string_view();
}

// A tag in a cell may be indented, and so may be what it holds. In an item of a list that stands
// in the cell the rest of its indentation means something.
std::size_t TableFeeder::begin_of_tag(std::size_t at, std::size_t end) {
  const std::size_t words = end - trim_start(text_.substr(at, end - at)).size();
  const bool is_in_item =
      !place_.is_html_until_empty_line() && place_.item_columns() > prefix_.size();
  if (is_in_item) return std::min(words, at + markdown_indent_);
  markdown_indent_ = words - at;
  return words;
}

}  // namespace carnet
