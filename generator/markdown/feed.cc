#include "markdown/feed.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/line_limits.h"
#include "markdown/tag.h"

namespace carnet {
namespace {

// How much of a line is the place of its text: indentation, quotes and list
// markers.
std::size_t container_prefix(std::string_view line) {
  std::size_t i = 0;
  const auto at = [&](std::size_t k) { return k < line.size() ? line[k] : '\0'; };
  for (;;) {
    while (at(i) == ' ' || at(i) == '\t' || at(i) == '>') ++i;
    std::size_t marker = i;
    if (at(i) == '-' || at(i) == '*' || at(i) == '+') {
      marker = i + 1;
    } else {
      while (is_digit(at(marker))) ++marker;
      if (marker > i && (at(marker) == '.' || at(marker) == ')')) ++marker;
    }
    if (marker == i || (at(marker) != ' ' && at(marker) != '\t')) return i;
    i = marker;
  }
}

std::size_t find_tag_start(std::string_view text, std::size_t from) {
  for (std::size_t i = text.find('%', from); i != std::string_view::npos;
       i = text.find('%', i + 1)) {
    if (i > from && (text[i - 1] == '{' || text[i - 1] == '<')) return i - 1;
  }
  return std::string_view::npos;
}

// The parts of a line in which a tag is no tag: inline code and comments.
class QuotedParts {
 public:
  explicit QuotedParts(std::string_view line)
      : line_(line), next_(std::min(line.find_first_of("`<"), line.size())) {
    // The next run of as many back-ticks, for each run of them.
    std::vector<Part> runs;
    for (std::size_t i = line.find('`'); i != std::string_view::npos; i = line.find('`', i)) {
      const std::size_t end = std::min(line.find_first_not_of('`', i), line.size());
      runs.push_back({i, end});
      i = end;
    }
    std::unordered_map<std::size_t, std::size_t> next_of_length;
    for (std::size_t k = runs.size(); k-- > 0;) {
      const std::size_t length = runs[k].end - runs[k].begin;
      const auto [next, is_last] = next_of_length.emplace(length, k);
      if (!is_last) {
        closing_[runs[k].begin] = runs[next->second].end;
        next->second = k;
      }
    }
  }

  // To be asked from left to right.
  bool contain(std::size_t at) {
    while (end_ <= at && position_ <= at) {
      if (next_ < position_) next_ = std::min(line_.find_first_of("`<", position_), line_.size());
      const std::size_t next = next_;
      if (next > at) {
        position_ = std::min(next, line_.size());
        break;
      }
      position_ = next + 1;
      if (const auto closing = closing_.find(next); closing != closing_.end()) {
        end_ = position_ = closing->second;
      } else if (line_[next] == '`') {
        position_ = std::min(line_.find_first_not_of('`', next), line_.size());
      } else if (line_.substr(next).starts_with("<!--")) {
        const std::size_t close = line_.find("-->", next + 4);
        end_ = position_ = close == std::string_view::npos ? line_.size() : close + 3;
      }
    }
    return at < end_ || (at > 0 && line_[at - 1] == '\\');
  }

 private:
  struct Part {
    std::size_t begin;
    std::size_t end;
  };

  std::string_view line_;
  std::unordered_map<std::size_t, std::size_t> closing_;  // Of a run of back-ticks, by its begin.
  std::size_t position_ = 0;
  std::size_t next_;     // What may begin the next part.
  std::size_t end_ = 0;  // Of the last part found.
};

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
      feed_lines_with_summaries(at, std::max(line, at));
      if (tag == std::string_view::npos) return;
      at = feed_tag_line(std::max(line, at), line_end(tag));
    }
  }

  // `<details>` and its summary end in what is Markdown, with or without the
  // empty line that GitBook writes.
  void feed_lines_with_summaries(std::size_t begin, std::size_t end) {
    constexpr std::string_view kSummaryEnd = "</summary>\n";
    const std::string_view text = parse_.text.substr(0, end);
    while (begin < end) {
      const std::size_t found = text.find(kSummaryEnd, begin);
      const std::size_t line = found == std::string_view::npos ? end : found + kSummaryEnd.size();
      feed_lines(begin, line);
      begin = line;
      if (begin == text.size() || text[begin] == '\n') continue;
      const std::string_view summary = text.substr(line_begin(found), line - line_begin(found));
      const std::string prefix = indentation(summary.substr(0, container_prefix(summary)));
      if (end_html_block(parser_, prefix)) {
        parse_.lines.push_back({static_cast<std::uint32_t>(begin), 0});
      }
    }
  }

  // Whole lines of the source, in one piece where nothing is to be done.
  void feed_lines(std::size_t begin, std::size_t end) {
    std::size_t fed = begin;
    for (std::size_t i = begin, next = begin; i < end; i = next) {
      next = line_end(i);
      const LineLimit limit = limits_.check(parse_.text.substr(i, next - i));
      if (limit.measure != LineLimit::Measure::None) {
        feed_piece(fed, i);
        fed = i;
        if (applies(limit)) {
          report_limit(limit, i);
          feed_limited(limit, i, next);
          fed = next;
          continue;
        }
      }
      parse_.lines.push_back({static_cast<std::uint32_t>(i), 0});
    }
    feed_piece(fed, end);
  }

 private:
  std::size_t line_begin(std::size_t i) const {
    const std::size_t before = i == 0 ? std::string_view::npos : parse_.text.rfind('\n', i - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  void feed_piece(std::size_t begin, std::size_t end) {
    if (begin < end) cmark_parser_feed(&parser_, parse_.text.data() + begin, end - begin);
  }

  bool applies(const LineLimit& limit) const {
    switch (limit.where) {
      case LineLimit::Where::OutsideOfCode: return !in_literal();
      case LineLimit::Where::InParagraph: return parser_.current->type == CMARK_NODE_PARAGRAPH;
      case LineLimit::Where::Everywhere: break;
    }
    return true;
  }

  void report_limit(const LineLimit& limit, std::size_t begin) {
    if (is_limit_reported_) return;
    is_limit_reported_ = true;
    const auto offset = static_cast<std::uint32_t>(begin);
    parse_.diagnostics.report(DiagnosticKind::LimitReached, {parse_.source, offset, offset},
                              std::string(limit.message), "what goes too far is shown as text");
  }

  void feed_limited(const LineLimit& limit, std::size_t begin, std::size_t end) {
    std::string line(parse_.text.substr(begin, end - begin));
    if (limit.measure == LineLimit::Measure::Escape) {
      line.insert(limit.escape_at, 1, '\\');
    } else {
      line.insert(0, 1, '\n');
      parse_.lines.push_back({static_cast<std::uint32_t>(begin), 0});
    }
    parse_.lines.push_back({static_cast<std::uint32_t>(begin), 0});
    cmark_parser_feed(&parser_, line.data(), line.size());
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

  // Feeds the line [begin, end), cut at its tags. Returns where the source goes
  // on: tags may be longer than a line.
  std::size_t feed_tag_line(std::size_t begin, std::size_t end) {
    std::string prefix;
    for (std::size_t count = 0;; ++count) {
      const std::string_view line = parse_.text.substr(begin, end - begin);
      const std::size_t mark = container_prefix(line);
      const bool begins = find_tag_start(line, mark) == mark;
      const std::string indent = prefix + indentation(line.substr(0, mark));
      if (count >= kMaxTagsInLine) {
        feed_as_text(begin, end, prefix);
        return end;
      }
      if (!in_literal()) {
        if (begins && parse_tag(line.substr(mark)) && end_html_block(parser_, indent)) {
          parse_.lines.push_back({static_cast<std::uint32_t>(begin), 0});
        } else if (!begins) {
          if (const std::size_t cut = find_trailing_ends(line); cut != std::string_view::npos) {
            feed_line(begin, begin + cut, prefix);
            if (!in_literal()) report_inline_tags(begin, line.substr(0, cut), 0);
            begin += cut;
            // It may close more than the item of the list that it stands in.
            prefix = indentation(*find_opening(parse_.text.substr(begin, end - begin)));
            continue;
          }
        }
      }
      feed_line(begin, end, prefix);
      if (!parse_.found) {
        if (!in_literal()) report_inline_tags(begin, line, begins ? mark + 2 : 0);
        return end;
      }
      clear_blank_line(parser_);
      begin = parse_.tag_end;
      end = line_end(begin);
      while (begin < end && is_space(parse_.text[begin])) ++begin;
      if (begin == end) return end;
      prefix = indent;
    }
  }

  // What stands behind more tags than anybody writes on a line.
  void feed_as_text(std::size_t begin, std::size_t end, const std::string& prefix) {
    const auto offset = static_cast<std::uint32_t>(begin);
    parse_.diagnostics.report(
        DiagnosticKind::LimitReached, {parse_.source, offset, offset},
        "there are more than " + std::to_string(kMaxTagsInLine) + " tags of blocks on this line",
        "the others are shown as text");
    feed_line(begin, end, prefix, TagsAre::Text);
  }

  enum class TagsAre { Blocks, Text };

  void feed_line(std::size_t begin, std::size_t end, const std::string& prefix,
                 TagsAre tags = TagsAre::Blocks) {
    parse_.found = tags == TagsAre::Text;  // No second tag is taken on a line.
    parse_.lines.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(prefix.size())});
    std::string line = prefix;
    line += parse_.text.substr(begin, end - begin);
    if (!line.ends_with('\n')) line += '\n';
    const LineLimit limit = limits_.check(line);
    if (limit.measure == LineLimit::Measure::Escape && applies(limit)) {
      report_limit(limit, begin);
      line.insert(limit.escape_at, 1, '\\');
    }
    cmark_parser_feed(&parser_, line.data(), line.size());
  }

  // The place of the same containers on a line that follows.
  static std::string indentation(std::string_view prefix) {
    std::string result;
    for (char c : prefix) result += c == '\t' || c == '>' ? c : ' ';
    return result;
  }

  // Where the tags at the line's end begin, if they all close open blocks and
  // are not in inline code.
  std::size_t find_trailing_ends(std::string_view line) const {
    std::vector<std::size_t> starts;
    for (std::size_t i = find_tag_start(line, 0); i != std::string_view::npos;
         i = find_tag_start(line, i + 1)) {
      starts.push_back(i);
    }
    std::size_t first = line.size();
    for (std::size_t looks = 0; !starts.empty() && looks < kMaxTagsInLine; ++looks) {
      const std::size_t start = starts.back();
      starts.pop_back();
      if (start == 0 || !closes_open_block(line.substr(start, first - start))) break;
      first = start;
    }
    return first == line.size() || QuotedParts(line).contain(first) ? std::string_view::npos
                                                                    : first;
  }

  // True for one closing tag of an open block, and nothing else.
  bool closes_open_block(std::string_view text) const {
    const std::optional<ParsedTag> tag = parse_tag(text);
    return tag && trim(text.substr(tag->length)).empty() && find_opening(text) != nullptr;
  }

  // What stands before the tag that is closed by the one that `text` begins
  // with; or nullptr.
  const std::string* find_opening(std::string_view text) const {
    const std::optional<ParsedTag> tag = parse_tag(text);
    if (!tag || !tag->is_end) return nullptr;
    const BlockSpec* block = find_block(tag->name);
    if (block == nullptr) return nullptr;
    const auto open = parse_.open.find(block->name);
    return open != parse_.open.end() && !open->second.empty() ? &open->second.back() : nullptr;
  }

  // Tags in the middle of a line stay text; their author should know.
  void report_inline_tags(std::size_t begin, std::string_view line, std::size_t from) {
    if (parser_.current->type == CMARK_NODE_HTML_BLOCK) return;
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

  cmark_parser& parser_;
  TagParse& parse_;
  LineLimits limits_;
  bool is_limit_reported_ = false;
};

}  // namespace

void feed_with_tags(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed(begin);
}

void feed_plain(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed_lines(begin, parse.text.size());
}

}  // namespace carnet
