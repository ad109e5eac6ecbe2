// Teaches cmark-gfm that a block tag on a line of its own is a block: it ends
// paragraphs, list items and tables, and is plain text in code.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/source.h"
#include "diag/diagnostics.h"

struct cmark_syntax_extension;
struct cmark_parser;

namespace carnet {

// Where the lines that cmark was fed come from. Lines of the source may be
// left out, cut in two or preceded by an empty line, so each one is noted.
struct FedLine {
  std::uint32_t offset = 0;  // Of the line's text in the source.
  std::uint32_t prefix = 0;  // Bytes before it that are not in the source (indentation).
};

// A tag in a cell of a table, in the source.
struct CellTag {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

// What one parse shares with its extension.
struct TagParse {
  TagParse(std::string_view whole_text, SourceId id, Diagnostics& list)
      : text(whole_text), source(id), diagnostics(list) {}

  std::string_view text;  // The whole source.
  SourceId source;
  Diagnostics& diagnostics;
  std::vector<FedLine> lines;  // Element i is line i + 1 of what cmark was fed.

  // Set when a tag was found on the line that was fed last.
  bool found = false;
  std::uint32_t tag_end = 0;  // Where the source goes on behind it.
  // Tags that are open, by name, as far as is known before they are folded: what
  // stands before each on its line.
  std::unordered_map<std::string_view, std::vector<std::string>> open;
  std::uint32_t last_malformed = 0;  // Offset + 1 of the last one reported.
  // Lines (from 1) that begin a formula, fed to cmark as fenced code; in order.
  std::vector<int> formula_lines;
  // Those that cmark was given marks for; see cell_tags.h.
  std::vector<CellTag> cell_tags;
};

// A new extension for one parse; `parse` must outlive it. Free it with
// free_tag_extension when the parser is gone.
cmark_syntax_extension* make_tag_extension(TagParse& parse);
void free_tag_extension(cmark_syntax_extension* extension);

// Registers the node type of tags. To be called once, before the first parse.
void register_tag_node();

// The type of the nodes that tags become; its start line and column say where.
std::uint16_t tag_node_type();

// Ends an HTML block that would swallow the tag on the next line, as an empty
// line would, but without making a list loose. `prefix` are the marks of the
// quotes that it stands in. True if a line was fed.
bool end_html_block(cmark_parser& parser, const std::string& prefix);

// Forgets that the tag line just fed looked empty once its tag was taken.
void clear_blank_line(cmark_parser& parser);

}  // namespace carnet
