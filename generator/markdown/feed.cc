#include "markdown/feed.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/tag.h"

namespace carnet {
namespace {

// Characters that may stand before a tag that begins its line: indentation,
// quotes and list markers.
bool is_container_mark(char c) {
  return c == ' ' || c == '\t' || c == '>' || c == '-' || c == '*' || c == '+' || c == '.' ||
         c == ')' || is_digit(c);
}

std::size_t find_tag_start(std::string_view text, std::size_t from) {
  for (std::size_t i = text.find('%', from); i != std::string_view::npos;
       i = text.find('%', i + 1)) {
    if (i > from && (text[i - 1] == '{' || text[i - 1] == '<')) return i - 1;
  }
  return std::string_view::npos;
}

class Feeder {
 public:
  Feeder(cmark_parser& parser, TagParse& parse) : parser_(parser), parse_(parse) {}

  void feed(std::uint32_t begin) {
    const std::string_view text = parse_.text;
    std::size_t at = begin;
    while (at < text.size()) {
      const std::size_t tag = find_tag_start(text, at);
      const std::size_t line =
          tag == std::string_view::npos ? text.size() : line_begin(std::max<std::size_t>(tag, at));
      feed_lines(at, std::max(line, at));
      if (tag == std::string_view::npos) return;
      at = feed_tag_line(std::max(line, at), line_end(tag), {});
    }
  }

  // Whole lines of the source in one piece.
  void feed_lines(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    for (std::size_t i = begin; i < end; i = line_end(i)) {
      parse_.lines.push_back({static_cast<std::uint32_t>(i), 0});
    }
    cmark_parser_feed(&parser_, parse_.text.data() + begin, end - begin);
  }

 private:
  std::size_t line_begin(std::size_t i) const {
    const std::size_t before = i == 0 ? std::string_view::npos : parse_.text.rfind('\n', i - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  // Behind the line end.
  std::size_t line_end(std::size_t i) const {
    const std::size_t end = parse_.text.find('\n', i);
    return end == std::string_view::npos ? parse_.text.size() : end + 1;
  }

  bool in_literal() const {
    const cmark_node& current = *parser_.current;
    return current.type == CMARK_NODE_CODE_BLOCK ||
           (current.type == CMARK_NODE_HTML_BLOCK && current.as.html_block_type < 6);
  }

  // Feeds the part [begin, end) of a line, after `prefix`, and whatever follows
  // its tag. Returns where the source goes on.
  std::size_t feed_tag_line(std::size_t begin, std::size_t end, const std::string& prefix) {
    const std::string_view line = parse_.text.substr(begin, end - begin);
    const std::size_t mark = static_cast<std::size_t>(
        std::find_if_not(line.begin(), line.end(), is_container_mark) - line.begin());
    const bool begins = find_tag_start(line, mark) == mark;
    if (!in_literal()) {
      if (begins && parse_tag(line.substr(mark)) && end_html_block(parser_)) {
        parse_.lines.push_back({static_cast<std::uint32_t>(begin), 0});
      } else if (!begins) {
        if (const std::size_t cut = find_trailing_end(line); cut != std::string_view::npos) {
          feed_line(begin, begin + cut, prefix);
          return feed_tag_line(begin + cut, end, prefix + indentation(line.substr(0, cut)));
        }
      }
    }
    feed_line(begin, end, prefix);
    if (!parse_.found) {
      if (!in_literal()) report_inline_tags(begin, line, begins ? mark + 2 : 0);
      return end;
    }
    clear_blank_line(parser_);
    const std::size_t rest = parse_.tag_end;
    end = line_end(rest);
    if (trim(parse_.text.substr(rest, end - rest)).empty()) return end;
    std::string indent = prefix + indentation(line.substr(0, mark));
    std::size_t text = rest;
    while (parse_.text[text] == ' ' || parse_.text[text] == '\t') ++text;
    return feed_tag_line(text, end, indent);
  }

  void feed_line(std::size_t begin, std::size_t end, const std::string& prefix) {
    parse_.found = false;
    parse_.lines.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(prefix.size())});
    std::string line = prefix;
    line += parse_.text.substr(begin, end - begin);
    if (!line.ends_with('\n')) line += '\n';
    cmark_parser_feed(&parser_, line.data(), line.size());
  }

  // The place of the same containers on a line that follows.
  static std::string indentation(std::string_view text) {
    std::string result;
    for (char c : text) {
      if (!is_container_mark(c)) break;
      result += c == '\t' || c == '>' ? c : ' ';
    }
    return result;
  }

  // Where the line's last tag begins, if it closes an open block and is not in
  // inline code.
  std::size_t find_trailing_end(std::string_view line) const {
    std::size_t last = std::string_view::npos;
    for (std::size_t i = find_tag_start(line, 0); i != std::string_view::npos;
         i = find_tag_start(line, i + 1)) {
      last = i;
    }
    if (last == std::string_view::npos || last == 0 || is_quoted(line, last)) {
      return std::string_view::npos;
    }
    const std::optional<ParsedTag> tag = parse_tag(line.substr(last));
    if (!tag || !tag->is_end || !trim(line.substr(last + tag->length)).empty()) {
      return std::string_view::npos;
    }
    const BlockSpec* block = find_block(tag->name);
    if (block == nullptr) return std::string_view::npos;
    const auto open = parse_.open.find(block->name);
    return open != parse_.open.end() && open->second > 0 ? last : std::string_view::npos;
  }

  // In code, or escaped.
  static bool is_quoted(std::string_view line, std::size_t at) {
    if (at > 0 && line[at - 1] == '\\') return true;
    return std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), '`') % 2 != 0;
  }

  // Tags in the middle of a line stay text; their author should know.
  void report_inline_tags(std::size_t begin, std::string_view line, std::size_t from) {
    if (parser_.current->type == CMARK_NODE_HTML_BLOCK) return;
    for (std::size_t i = find_tag_start(line, from); i != std::string_view::npos;
         i = find_tag_start(line, i + 1)) {
      if (is_quoted(line, i)) continue;
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

  cmark_parser& parser_;
  TagParse& parse_;
};

}  // namespace

void feed_with_tags(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed(begin);
}

void feed_plain(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed_lines(begin, parse.text.size());
}

}  // namespace carnet
