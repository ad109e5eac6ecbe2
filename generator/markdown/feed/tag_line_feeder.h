// Lines with tags of blocks. They are cut so that each tag begins a line of its own, for only such
// a one is a tag to cmark-gfm (see tag_extension.h).

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "markdown/feed/indented_blocks.h"
#include "markdown/feed/line_feeder.h"
#include "markdown/feed/open_place.h"
#include "markdown/feed/raw_parts.h"
#include "markdown/feed/table_feeder.h"
#include "markdown/feed/tags_in_line.h"
#include "markdown/tag_extension.h"

namespace carnet {

class TagLineFeeder {
 public:
  // All must outlive it.
  TagLineFeeder(TagParse& parse, const OpenPlace& place, IndentedBlocks& blocks, LineFeeder& lines,
                TableFeeder& tables)
      : parse_(parse),
        place_(place),
        blocks_(blocks),
        lines_(lines),
        tables_(tables),
        raw_ends_(parse.text) {}

  // Feeds the line [begin, end). Returns where the source goes on: tags, and what is raw, may be
  // longer than a line.
  std::size_t feed(std::size_t begin, std::size_t end);

 private:
  // What is still to be fed of a line.
  struct Rest {
    std::size_t begin;
    std::size_t end;
    std::string prefix;  // Goes before it.
    bool stands_in_item = false;
    LineSoFar so_far = LineSoFar::HasNoTag;
  };

  std::size_t feed_rest(std::size_t begin, std::size_t end, std::string prefix);
  bool feed_next(Rest& rest);
  bool feed_before_trailing_ends(Rest& rest);
  bool feed_before_complete_tag(Rest& rest);
  bool feed_without_raw_tags(Rest& rest);
  std::size_t feed_raw(std::size_t begin, std::size_t end, std::string prefix);
  void feed_row(const Rest& rest);
  void feed_as_text(const Rest& rest);

  std::string_view line_of(const Rest& rest) const;
  std::string indentation_of_opening(std::size_t tag) const;
  bool stands_in_item(std::string_view line) const;
  void report_inline_tags(std::size_t begin, std::string_view line, std::size_t from);

  TagParse& parse_;
  const OpenPlace& place_;
  IndentedBlocks& blocks_;
  LineFeeder& lines_;
  TableFeeder& tables_;
  RawEnds raw_ends_;
};

}  // namespace carnet
