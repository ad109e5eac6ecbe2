// Hands lines to cmark-gfm and notes where in the source each one comes from.
//
// All text goes through here, so this is where lines are cut that are indented with their tags,
// where comments without an end become text, and where the limits of line_limits.h are kept.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/feed/indented_blocks.h"
#include "markdown/feed/open_comments.h"
#include "markdown/feed/open_place.h"
#include "markdown/line_limits.h"
#include "markdown/tag_extension.h"

struct cmark_parser;

namespace carnet {

enum class TagsAre : std::uint8_t { Blocks, Text };

class LineFeeder {
 public:
  // All must outlive it.
  LineFeeder(cmark_parser& parser, TagParse& parse, const OpenPlace& place, IndentedBlocks& blocks,
             OpenComments& comments)
      : parser_(parser), parse_(parse), place_(place), blocks_(blocks), comments_(comments) {}

  // Whole lines of the source, in one piece where nothing is to be done.
  void feed_lines(std::size_t begin, std::size_t end);

  // A part of a line, behind `prefix`. With a backslash before the byte `escape_at` of its text,
  // unless that is npos.
  void feed_line(std::size_t begin, std::size_t end, const std::string& prefix,
                 TagsAre tags = TagsAre::Blocks, std::size_t escape_at = std::string_view::npos);

  // A line that begins like the source at `begin`, behind `prefix` bytes.
  void feed_made(std::size_t begin, std::string line, std::size_t prefix, TagsAre tags);

  // The same for one that is no text: no limit is asked, and no tag expected.
  void feed_mark(std::size_t begin, std::string line, std::size_t prefix);

  // If [begin, end) begins with a comment that is never closed, feeds it as text. What is below it
  // is Markdown. False if the line has to be fed as it is.
  bool feed_open_comment(std::size_t begin, std::size_t end);

  // As the functions of tag_extension.h: before the line at `offset`, and behind one with a tag.
  bool end_html_block_before(std::size_t offset, const std::string& prefix);
  void clear_blank_line();

 private:
  void feed_piece(std::size_t begin, std::size_t end);
  void note_line(std::size_t offset, std::size_t prefix);
  bool applies(const LineLimit& limit) const;
  void feed_limited(const LineLimit& limit, std::size_t begin, std::size_t end);
  void report_limit(const LineLimit& limit, std::size_t begin);
  void report_comment(std::size_t begin);

  cmark_parser& parser_;
  TagParse& parse_;
  const OpenPlace& place_;
  IndentedBlocks& blocks_;
  OpenComments& comments_;
  LineLimits limits_;
  bool is_limit_reported_ = false;
  bool is_comment_reported_ = false;
};

}  // namespace carnet
