#include "markdown/feed.h"

#include <cmark-gfm.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/parser.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/text.h"
#include "blocks/registry.h"
#include "markdown/cell_tags.h"
#include "markdown/fold_line.h"
#include "markdown/formula_syntax.h"
#include "markdown/html_table.h"
#include "markdown/line_limits.h"
#include "markdown/quoted_parts.h"
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

class Feeder {
 public:
  Feeder(cmark_parser& parser, TagParse& parse)
      : parser_(parser), parse_(parse), folds_(parse.text), open_comment_(parse.text.size()) {}

  void feed(std::uint32_t begin) {
    const std::string_view text = parse_.text;
    open_comment_ = find_open_comment(text, begin);
    std::size_t at = begin;
    while (at < text.size()) {
      const std::size_t tag = find_tag_start(text, at);
      const std::size_t line =
          tag == std::string_view::npos ? text.size() : line_begin(std::max<std::size_t>(tag, at));
      feed_lines_with_tables(at, std::max(line, at));
      if (tag == std::string_view::npos) return;
      const std::size_t tag_line = std::max(line, at);
      at = feed_tag_line(tag_line, line_end(tag));
      if (!table_.is_open() && find_table(tag_line) < at) begin_table(tag_line, at);
    }
  }

  // A table of HTML is one thing from its first tag to its last, whatever stands in it.
  void feed_lines_with_tables(std::size_t begin, std::size_t end) {
    while (begin < end) {
      if (table_.is_open()) {
        const std::size_t next = line_end(begin);
        feed_line_of_table(begin, next);
        begin = next;
        continue;
      }
      const std::size_t found = find_table(begin);
      if (found >= end) return feed_lines_with_formulas(begin, end);
      const std::size_t line = std::max(begin, line_begin(found));
      const std::size_t next = line_end(found);
      feed_lines_with_formulas(begin, line);
      feed_lines_with_folds(line, next);
      begin_table(line, next);
      begin = next;
    }
  }

  // Lines without tags. A formula on lines of its own goes to cmark as fenced code.
  void feed_lines_with_formulas(std::size_t begin, std::size_t end) {
    const std::string_view text = parse_.text.substr(0, end);
    std::size_t mark = text.find("$$", begin);
    while (mark < end) {
      const std::size_t line = std::max(line_begin(mark), begin);
      const bool begins_line =
          container_prefix(text.substr(line, line_end(mark) - line)) == mark - line;
      const std::optional<FormulaBlock> block =
          begins_line ? find_formula_block(text, mark, end) : std::nullopt;
      if (!block) {
        mark = text.find("$$", begins_line ? std::min(line_end(mark), end) : mark + 2);
        continue;
      }
      feed_lines_with_folds(begin, line);
      begin = line;
      if (in_literal()) {
        mark = text.find("$$", std::min(line_end(mark), end));
        continue;
      }
      feed_formula(line, mark, *block);
      begin = block->end;
      mark = text.find("$$", begin);
    }
    feed_lines_with_folds(begin, end);
  }

  // Lines without tags of blocks. Those that begin or end a `<details>` are cut in pieces.
  void feed_lines_with_folds(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const std::size_t found = folds_.find(begin);
      if (found >= end) return feed_lines(begin, end);
      const std::size_t line = std::max(line_begin(found), begin);
      const std::size_t next = line_end(found);
      feed_lines(begin, line);
      if (in_literal() || !feed_fold_line(line, next)) {
        feed_lines(line, next);
        begin = next;
      } else {
        begin = next < end ? end_fold_html(next) : next;
      }
    }
  }

  // Whole lines of the source, in one piece where nothing is to be done.
  void feed_lines(std::size_t begin, std::size_t end) {
    std::size_t fed = begin;
    for (std::size_t i = begin, next = begin; i < end; i = next) {
      next = line_end(i);
      if (is_dedented()) {
        feed_piece(fed, i);
        i += dedent(parse_.text.substr(i, next - i));
        fed = i;
      }
      if (has_open_comment(i, next)) {
        feed_piece(fed, i);
        fed = i;
        if (feed_open_comment(i, next)) {
          fed = next;
          continue;
        }
      }
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
  // The first comment that is never closed, or the end of the text.
  static std::size_t find_open_comment(std::string_view text, std::size_t from) {
    if (text.find("<!--", from) == std::string_view::npos) return text.size();
    const std::size_t last_end = text.rfind("-->");
    if (last_end != std::string_view::npos) from = std::max(from, last_end);
    return std::min(text.find("<!--", from), text.size());
  }

  bool has_open_comment(std::size_t begin, std::size_t end) {
    if (open_comment_ < begin) {
      open_comment_ = std::min(parse_.text.find("<!--", begin), parse_.text.size());
    }
    return open_comment_ < end;
  }

  // A line that begins with such a comment: for CommonMark it would hide the rest of the page. Here
  // it is text, and what is below it is Markdown. False if the line has to be fed as it is.
  bool feed_open_comment(std::size_t begin, std::size_t end) {
    const std::size_t at = open_comment_;
    open_comment_ = std::min(parse_.text.find("<!--", end), parse_.text.size());
    const std::string_view line = parse_.text.substr(begin, end - begin);
    if (in_literal() || container_prefix(line) != at - begin ||
        parser_.current->type == CMARK_NODE_HTML_BLOCK || is_indented_code(line)) {
      return false;
    }
    if (!std::exchange(is_open_comment_reported_, true)) {
      const auto offset = static_cast<std::uint32_t>(at);
      parse_.diagnostics.report(DiagnosticKind::UnclosedHtml, {parse_.source, offset, offset + 4},
                                "`<!--` is never closed",
                                "write `-->` where the comment ends; it is shown as text");
    }
    feed_line(begin, end, {}, TagsAre::Blocks, at - begin);
    return true;
  }

  // --- What is indented with its tags:
  //
  //     {% tabs %}
  //         {% tab title="A" %}
  //             Words, and no code.
  //
  // The first line below such a tag says how far.

  struct OpenBlock {
    const BlockSpec* block;
    bool is_indented;                           // Its tag, at the margin of the page.
    std::optional<std::string_view> body = {};  // What its lines begin with, and need not.
  };

  bool is_dedented() const {
    return !open_blocks_.empty() && open_blocks_.back().is_indented && !table_.is_open();
  }

  static std::string_view spaces_of(std::string_view line) {
    return line.substr(0, line.size() - trim_start(line).size());
  }

  // How much of a line is not to be fed. All before it must have been.
  std::size_t dedent(std::string_view line) {
    const std::string_view spaces = spaces_of(line);
    if (!is_dedented() || spaces.size() == line.size()) return 0;
    OpenBlock& open = open_blocks_.back();
    if (!open.body) open.body = spaces;
    std::size_t same = 0;
    while (same < std::min(spaces.size(), open.body->size()) &&
           spaces[same] == (*open.body)[same]) {
      ++same;
    }
    // What is in a fence is cut as the fence was.
    if (in_literal()) return std::min(same, literal_dedent_);
    return literal_dedent_ = same;
  }

  // In a group there is nothing but its parts: their tags are no code, however far indented.
  bool is_part_of_group(std::string_view line) const {
    if (open_blocks_.empty() || in_literal() || container_columns() > 0) return false;
    const std::optional<ParsedTag> tag = parse_tag(trim_start(line));
    const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
    const BlockSpec& open = *open_blocks_.back().block;
    return block != nullptr && (tag->is_end ? block == &open : block->name == open.child);
  }

  // To be called when the tag at `offset` was fed.
  void note_tag(std::size_t offset) {
    // It may go on behind its line.
    const std::optional<ParsedTag> tag = parse_tag(parse_.text.substr(offset));
    const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
    if (block == nullptr || block->closing != BlockSpec::Closing::Required) return;
    if (tag->is_end) {
      for (std::size_t i = open_blocks_.size(); i-- > 0;) {
        if (open_blocks_[i].block != block) continue;
        open_blocks_.erase(open_blocks_.begin() + static_cast<std::ptrdiff_t>(i),
                           open_blocks_.end());
        return;
      }
    } else if (open_blocks_.size() < kMaxBlockDepth) {
      const std::size_t line = line_begin(offset);
      const std::string_view before = parse_.text.substr(line, offset - line);
      const bool is_indented = !before.empty() && trim(before).empty() && container_columns() == 0;
      open_blocks_.push_back({.block = block, .is_indented = is_indented});
    }
  }

  // To be called when a line with `<table` was fed.
  void begin_table(std::size_t begin, std::size_t end) {
    if (!is_in_html() || end > last_table_end()) return;
    const std::string_view line = parse_.text.substr(begin, end - begin);
    table_.read(line);
    table_prefix_ = indentation(line.substr(0, container_prefix(line)));
    markdown_indent_ = 0;
  }

  // Where the next `<table` stands, or the end of the text.
  std::size_t find_table(std::size_t from) {
    if (from > next_table_ || next_table_ == std::string_view::npos) {
      next_table_ = std::min(
          {parse_.text.find("<table", from), parse_.text.find("<TABLE", from), parse_.text.size()});
    }
    return next_table_;
  }
  // Before which a table that is open may be closed.
  std::size_t last_table_end() {
    if (!last_table_end_) {
      const auto last = [&](std::string_view tag) {
        const std::size_t found = parse_.text.rfind(tag);
        return found == std::string_view::npos ? 0 : found;
      };
      last_table_end_ = std::max(last("</table"), last("</TABLE"));
    }
    return *last_table_end_;
  }

  bool is_in_html() const {
    return parser_.current->type == CMARK_NODE_HTML_BLOCK &&
           parser_.current->as.html_block_type >= 6;
  }

  // Where the text of a line begins that stands in the same quote or list item as the table;
  // nothing if it stands outside. An empty line stands wherever it may.
  std::optional<std::size_t> find_text_in_table(std::size_t begin, std::size_t end) const {
    std::size_t at = begin;
    for (char mark : table_prefix_) {
      if (at < end && parse_.text[at] == mark) {
        ++at;
      } else if (mark == '>' || !trim(parse_.text.substr(at, end - at)).empty()) {
        return std::nullopt;
      }
    }
    return at;
  }

  // The next line that is not empty, as its text; empty if that is not part of the table.
  std::string_view next_text_in_table(std::size_t begin) {
    if (next_text_ < begin) {
      next_text_ = std::min(parse_.text.find_first_not_of(" \t\n>", begin), parse_.text.size());
    }
    const std::size_t line = std::max(begin, line_begin(next_text_));
    const std::size_t end = line_end(next_text_);
    const std::optional<std::size_t> text = find_text_in_table(line, end);
    return text ? parse_.text.substr(*text, end - *text) : std::string_view();
  }

  void feed_line_of_table(std::size_t begin, std::size_t end) {
    const std::optional<std::size_t> at = find_text_in_table(begin, end);
    if (!at || begin > last_table_end()) {
      table_.end();
      return feed_lines(begin, end);
    }
    const std::string_view text = parse_.text.substr(*at, end - *at);
    const std::string_view words = trim_start(text);
    if (words.empty()) return feed_empty_line_of_table(begin, end);
    if (is_in_html() || table_.is_in_pre()) {
      feed_lines(begin, end);
      table_.read(text);
    } else if (!in_literal() && begins_with_block_tag(words)) {
      feed_line(end - words.size(), end, table_prefix_);  // Behind Markdown: indented or not.
      table_.read(text);
    } else {
      const std::size_t indent = std::min(markdown_indent_, text.size() - words.size());
      feed_line(*at + indent, end, table_prefix_);
    }
  }

  // It stays one only where Markdown follows.
  void feed_empty_line_of_table(std::size_t begin, std::size_t end) {
    const std::string_view next = next_text_in_table(begin);
    const std::string_view words = trim_start(next);
    if (is_in_html() && !words.empty() && (table_.is_in_pre() || begins_with_block_tag(words))) {
      static constexpr std::string_view kNothing = "<!---->\n";
      const std::string line = table_prefix_ + std::string(kNothing);
      parse_.lines.push_back(
          {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line.size())});
      cmark_parser_feed(&parser_, line.data(), line.size());
      return;
    }
    if (is_in_html()) markdown_indent_ = next.size() - words.size();
    feed_lines(begin, end);
  }

  std::size_t line_begin(std::size_t i) const {
    const std::size_t before = i == 0 ? std::string_view::npos : parse_.text.rfind('\n', i - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  }
  void feed_piece(std::size_t begin, std::size_t end) {
    if (begin < end) cmark_parser_feed(&parser_, parse_.text.data() + begin, end - begin);
  }

  void feed_made_line(std::size_t offset, std::size_t prefix, std::string line) {
    parse_.lines.push_back(
        {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(prefix)});
    line += '\n';
    cmark_parser_feed(&parser_, line.data(), line.size());
  }

  // The formula whose opening line is [line, ...) with its `$$` at `mark`.
  void feed_formula(std::size_t line, std::size_t mark, const FormulaBlock& block) {
    // TeX has no use for so many of them.
    constexpr std::string_view kFence = "~~~~~~~~~~~~~~~~~~~~~~~~";
    const std::string_view text = parse_.text;
    const std::string prefix(text.substr(line, mark - line));
    parse_.formula_lines.push_back(static_cast<int>(parse_.lines.size()) + 1);
    feed_made_line(line, 0, prefix + std::string(kFence));
    const std::size_t first_end = line_end(block.source_begin);
    const std::string_view first =
        text.substr(block.source_begin, first_end - block.source_begin - 1);
    const std::string indent = indentation(prefix);
    if (!trim(first).empty()) {
      feed_made_line(block.source_begin, indent.size(), indent + std::string(first));
    }
    const std::size_t last = line_begin(block.source_end);
    feed_lines(first_end, last);
    const std::string_view closing = text.substr(last, block.source_end - last);
    const std::string closing_prefix(closing.substr(0, container_prefix(closing)));
    if (closing.size() > closing_prefix.size()) feed_made_line(last, 0, std::string(closing));
    // An item of a list or a quote may have ended before, and the formula with it.
    feed_made_line(block.source_end, 0, in_literal() ? closing_prefix + std::string(kFence) : "$$");
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
    return table_.is_in_pre() || current.type == CMARK_NODE_CODE_BLOCK ||
           (current.type == CMARK_NODE_HTML_BLOCK && current.as.html_block_type < 6);
  }

  // Feeds a line that begins or ends a fold. False if it has to be fed as it is.
  bool feed_fold_line(std::size_t begin, std::size_t end) {
    const std::string_view line = parse_.text.substr(begin, end - begin);
    const std::size_t mark = container_prefix(line);
    const FoldLine cut = cut_fold_line(line, mark, !open_folds_.empty());
    if (cut.parts.empty() || cut.parts.size() > kMaxTagsInLine || is_indented_code(line)) {
      return false;
    }
    const std::string inner = indentation(line.substr(0, mark));
    std::string prefix;
    for (const FoldLine::Part& part : cut.parts) {
      const bool is_html = part.kind != FoldLine::Part::Kind::Markdown;
      if (!is_html) end_html_block_before(begin + part.begin, inner);
      if (part.kind == FoldLine::Part::Kind::End && !prefix.empty() && !open_folds_.empty()) {
        // It may close more than the item of the list that it stands in.
        prefix = open_folds_.back();
      }
      feed_line(begin + part.begin, begin + part.end, prefix, TagsAre::Blocks, part.escape_at);
      if (part.kind == FoldLine::Part::Kind::Begin) open_folds_.push_back(inner);
      if (part.kind == FoldLine::Part::Kind::End && !open_folds_.empty()) open_folds_.pop_back();
      prefix = inner;
    }
    fold_ends_with_summary_ = cut.ends_with_summary;
    return true;
  }

  // Four spaces make code of a line, except where they are the indentation of an item.
  bool is_indented_code(std::string_view line) const {
    if (!line.starts_with('\t') && !line.starts_with("    ")) return false;
    for (const cmark_node* node = parser_.current; node != nullptr; node = node->parent) {
      if (node->type == CMARK_NODE_ITEM || node->type == CMARK_NODE_HTML_BLOCK) return false;
    }
    return true;
  }

  // Ends the HTML of a fold before Markdown that follows without an empty line. Returns where the
  // source goes on: a line may have been fed.
  std::size_t end_fold_html(std::size_t next) {
    const std::string_view line = parse_.text.substr(next, line_end(next) - next);
    const std::string_view words = trim_start(line);
    if (words.empty() || (!fold_ends_with_summary_ && words.starts_with('<'))) return next;
    const std::string_view indent = line.substr(0, line.size() - words.size());
    const std::string place = indentation(line.substr(0, container_prefix(line)));
    const bool is_deep = count_columns(indent) >= container_columns() + 4;
    if (!is_deep) {
      end_html_block_before(next, indent.empty() ? place : std::string(indent));
      return next;
    }
    // As Markdown it would be code, which is not what its author sees.
    if (words.starts_with('<') || folds_.find(next) < next + line.size() ||
        !end_html_block_before(next, std::string(container_columns(), ' '))) {
      return next;
    }
    feed_line(next + indent.size(), next + line.size(), std::string(container_columns(), ' '));
    return next + line.size();
  }

  static std::size_t count_columns(std::string_view indent) {
    std::size_t columns = 0;
    for (const char c : indent) columns = c == '\t' ? columns / 4 * 4 + 4 : columns + 1;
    return columns;
  }

  // Where text in the innermost open item of a list begins.
  std::size_t container_columns() const {
    int columns = 0;
    for (const cmark_node* node = parser_.current; node != nullptr; node = node->parent) {
      if (node->type != CMARK_NODE_ITEM) continue;
      columns += node->as.list.marker_offset + node->as.list.padding;
    }
    return static_cast<std::size_t>(std::max(columns, 0));
  }

  // True if there was any.
  bool end_html_block_before(std::size_t offset, const std::string& prefix) {
    if (!end_html_block(parser_, prefix)) return false;
    parse_.lines.push_back({static_cast<std::uint32_t>(offset), 0});
    return true;
  }

  // Feeds the line [begin, end), cut at its tags. Returns where the source goes
  // on: tags may be longer than a line.
  std::size_t feed_tag_line(std::size_t begin, std::size_t end) {
    if (has_open_comment(begin, end) && feed_open_comment(begin, end)) return end;
    std::string prefix;
    if (table_.is_open()) {
      const std::string_view line = parse_.text.substr(begin, end - begin);
      const std::optional<std::size_t> at = find_text_in_table(begin, end);
      if (!at) {
        table_.end();
      } else if (!in_literal()) {
        prefix = table_prefix_;
        begin = begin_of_tag_in_cell(*at, end);
      }
      if (at) table_.read(line);
    } else {
      const std::string_view line = parse_.text.substr(begin, end - begin);
      begin += is_part_of_group(line) ? spaces_of(line).size() : dedent(line);
    }
    return feed_tag_line(begin, end, std::move(prefix));
  }

  // A tag in a cell may be indented, and so may be what it holds. In an item of a list that
  // stands in the cell the rest of its indentation means something.
  std::size_t begin_of_tag_in_cell(std::size_t at, std::size_t end) {
    const std::size_t words = end - trim_start(parse_.text.substr(at, end - at)).size();
    const bool is_in_item = !is_in_html() && container_columns() > table_prefix_.size();
    if (is_in_item) return std::min(words, at + markdown_indent_);
    markdown_indent_ = words - at;
    return words;
  }

  std::size_t feed_tag_line(std::size_t begin, std::size_t end, std::string prefix) {
    const bool is_in_item = stands_in_item(parse_.text.substr(begin, end - begin));
    for (std::size_t count = 0;; ++count) {
      const std::string_view line = parse_.text.substr(begin, end - begin);
      const std::size_t mark = container_prefix(line);
      const bool begins = find_tag_start(line, mark) == mark;
      const std::string indent = prefix + indentation(line.substr(0, mark));
      if (count >= kMaxTagsInLine) {
        feed_as_text(begin, end, prefix);
        return end;
      }
      if (!in_literal() && (begins ? begins_with_raw(line.substr(mark)) : has_raw(line))) {
        const std::size_t cut = find_trailing_ends(line);
        const std::size_t stop = std::min(cut, line.size());
        feed_without_raw(begin, begin + stop, prefix);
        if (cut == std::string_view::npos) return end;
        begin += cut;
        prefix = indentation(*find_opening(parse_.text.substr(begin, end - begin)));
        continue;
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
          if (is_in_table(parser_)) {
            feed_row(begin, line, prefix);
            return end;
          }
          if (is_in_item) {
            const std::size_t cut = find_complete_tag(line, count > 0);
            if (cut != std::string_view::npos) {
              feed_line(begin, begin + cut, prefix);
              begin += cut;
              prefix = indent;
              continue;
            }
          }
        }
      }
      feed_line(begin, end, prefix);
      if (!parse_.found) {
        if (!in_literal()) report_inline_tags(begin, line, begins ? mark + 2 : 0);
        return end;
      }
      clear_blank_line(parser_);
      if (begins) note_tag(begin + mark);
      begin = parse_.tag_end;
      if (begins && opens_raw(line.substr(mark))) {
        const std::size_t raw_end = find_raw_end(begin);
        if (raw_end != std::string_view::npos) return feed_raw(begin, raw_end, indent);
      }
      end = line_end(begin);
      while (begin < end && is_space(parse_.text[begin])) ++begin;
      if (begin == end) return end;
      prefix = indent;
    }
  }

  // --- Tags behind other text, in an item of a list or a cell: there an author has no other line.

  // True if the line begins an item, or is indented as its item is.
  bool stands_in_item(std::string_view line) const {
    const std::size_t mark = container_prefix(line);
    if (in_literal() || line.substr(mark).starts_with('|') || is_indented_code(line)) return false;
    const std::string_view prefix = line.substr(0, mark);
    if (prefix.find_first_not_of(" \t>") != std::string_view::npos) return true;
    const std::size_t columns = container_columns();
    return columns > 0 && count_columns(indentation(prefix)) >= columns;
  }

  // The first tag on a line that is complete there: it closes a block that the line has opened, if
  // it `has_opened` any, is closed later on the line, or need not be closed.
  std::size_t find_complete_tag(std::string_view line, bool has_opened) const {
    QuotedParts quoted(line);
    std::size_t looks = 0;
    for (std::size_t i = find_tag_start(line, 0);
         i != std::string_view::npos && looks < kMaxTagsInLine; i = find_tag_start(line, i + 1)) {
      if (quoted.contain(i)) continue;
      ++looks;
      const std::optional<ParsedTag> tag = parse_tag(line.substr(i));
      const BlockSpec* block = tag ? find_block(tag->name) : nullptr;
      if (block == nullptr || block == &kRaw) continue;
      const bool is_complete = tag->is_end ? has_opened && find_opening(line.substr(i)) != nullptr
                                           : block->closing != BlockSpec::Closing::Required ||
                                                 is_closed_in(line.substr(i + tag->length), *block);
      if (is_complete) return i;
    }
    return std::string_view::npos;
  }

  static bool is_closed_in(std::string_view line, const BlockSpec& block) {
    std::size_t looks = 0;
    for (std::size_t i = find_tag_start(line, 0);
         i != std::string_view::npos && looks < kMaxTagsInLine;
         i = find_tag_start(line, i + 1), ++looks) {
      const std::optional<ParsedTag> tag = parse_tag(line.substr(i));
      if (tag && tag->is_end && find_block(tag->name) == &block) return true;
    }
    return false;
  }

  // A row of a table, or what follows one.
  void feed_row(std::size_t begin, std::string_view line, const std::string& prefix) {
    const std::string marked =
        mark_cell_tags(line, static_cast<std::uint32_t>(begin), parse_.cell_tags);
    report_inline_tags(begin, marked, 0);
    feed_made(begin, prefix + marked, prefix.size(), TagsAre::Blocks);
  }

  // --- `{% raw %}`: what it encloses is fed as it is, and no line of it is a tag.

  static bool opens_raw(std::string_view text) {
    const std::optional<ParsedTag> tag = parse_tag(text);
    return tag && !tag->is_end && find_block(tag->name) == &kRaw;
  }
  static bool closes_raw(std::string_view text) {
    const std::optional<ParsedTag> tag = parse_tag(text);
    return tag && tag->is_end && find_block(tag->name) == &kRaw;
  }

  // Where the next `{% endraw %}` begins.
  std::size_t find_raw_end(std::size_t from) {
    if (from >= no_raw_end_from_) return std::string_view::npos;
    for (std::size_t i = find_tag_start(parse_.text, from); i != std::string_view::npos;
         i = find_tag_start(parse_.text, i + 1)) {
      if (closes_raw(parse_.text.substr(i))) return i;
    }
    no_raw_end_from_ = from;
    return std::string_view::npos;
  }

  // Feeds [begin, end) as text, and then the line that closes it. Returns where the
  // source goes on.
  std::size_t feed_raw(std::size_t begin, std::size_t end, std::string prefix) {
    for (;;) {
      // The rest of the opening tag's own line.
      const std::size_t first_end = std::min(line_end(begin), end);
      if (!trim(parse_.text.substr(begin, first_end - begin)).empty()) {
        feed_line(begin, first_end, prefix, TagsAre::Text);
      }
      parse_.found = true;  // No tag is taken until the next line is fed by itself.
      const std::size_t last = std::max(line_begin(end), first_end);
      if (last > first_end) feed_lines(first_end, last);
      const std::string_view line = parse_.text.substr(last, line_end(end) - last);
      const std::size_t in_line = end - last;
      const bool is_literal = in_literal() || QuotedParts(line).contain(in_line);
      if (!is_literal) {
        if (container_prefix(line) >= in_line) return feed_tag_line(last, line_end(end), {});
        feed_line(last, end, {}, TagsAre::Text);
        return feed_tag_line(end, line_end(end),
                             indentation(*find_opening(parse_.text.substr(end))));
      }
      // This one is text, too.
      begin = last;
      prefix.clear();
      end = find_raw_end(end + 1);
      if (end == std::string_view::npos) return last;
    }
  }

  // Calls `visit` with the begin and the length of each part of a line that stands
  // in `{% raw %}...{% endraw %}`, tags included.
  template <typename Visit>
  static void visit_raw(std::string_view line, const Visit& visit) {
    if (line.find("raw") == std::string_view::npos) return;
    std::vector<std::size_t> closings;
    for (std::size_t i = find_tag_start(line, 0); i != std::string_view::npos;
         i = find_tag_start(line, i + 1)) {
      if (closes_raw(line.substr(i))) closings.push_back(i);
    }
    QuotedParts quoted(line);
    auto closing = closings.begin();
    for (std::size_t i = find_tag_start(line, 0); i != std::string_view::npos;) {
      while (closing != closings.end() && *closing < i) ++closing;
      if (closing == closings.end()) return;
      std::size_t end = i + 1;
      if (!quoted.contain(i) && opens_raw(line.substr(i))) {
        end = *closing + parse_tag(line.substr(*closing))->length;
        visit(i, end - i);
      }
      i = find_tag_start(line, end);
    }
  }

  static bool has_raw(std::string_view line) {
    bool is_there = false;
    visit_raw(line, [&](std::size_t, std::size_t) { is_there = true; });
    return is_there;
  }
  static bool begins_with_raw(std::string_view text) {
    bool begins = false;
    visit_raw(text, [&](std::size_t at, std::size_t) { begins = begins || at == 0; });
    return begins;
  }

  // Feeds a line of which parts are raw: without their tags.
  void feed_without_raw(std::size_t begin, std::size_t end, const std::string& prefix) {
    const std::string_view line = parse_.text.substr(begin, end - begin);
    std::string text = prefix;
    std::size_t copied = 0;
    visit_raw(line, [&](std::size_t at, std::size_t length) {
      const std::string_view part = line.substr(at, length);
      const std::size_t opening = parse_tag(part)->length;
      const std::size_t closing = part.rfind('%', part.size() - 3) - 1;
      text += line.substr(copied, at - copied);
      text += part.substr(opening, closing - opening);
      copied = at + length;
    });
    text += line.substr(copied);
    feed_made(begin, std::move(text), prefix.size(), TagsAre::Text);
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

  // With a backslash before the byte `escape_at` of its text, unless that is npos.
  void feed_line(std::size_t begin, std::size_t end, const std::string& prefix,
                 TagsAre tags = TagsAre::Blocks, std::size_t escape_at = std::string_view::npos) {
    std::string line = prefix;
    line += parse_.text.substr(begin, end - begin);
    if (escape_at != std::string_view::npos) line.insert(prefix.size() + escape_at, 1, '\\');
    feed_made(begin, std::move(line), prefix.size(), tags);
  }

  // A line that begins like the source at `begin`, behind `prefix` bytes.
  void feed_made(std::size_t begin, std::string line, std::size_t prefix, TagsAre tags) {
    parse_.found = tags == TagsAre::Text;  // No second tag is taken on a line.
    parse_.lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(prefix)});
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
  HtmlTable table_;                  // That is open, if any.
  std::string table_prefix_;         // What its lines begin with, in quotes and lists.
  std::size_t markdown_indent_ = 0;  // Of the Markdown in its cell.
  std::size_t next_table_ = std::string_view::npos;
  std::size_t next_text_ = 0;
  std::optional<std::size_t> last_table_end_;
  FoldSearch folds_;
  std::vector<std::string> open_folds_;  // The indentation of each `<details>` that is open.
  bool fold_ends_with_summary_ = false;  // The line of a fold that was fed last.
  bool is_limit_reported_ = false;
  std::vector<OpenBlock> open_blocks_;  // As far as is known before tags are folded.
  std::size_t literal_dedent_ = 0;
  std::size_t open_comment_;  // Where the next one begins that is never closed.
  bool is_open_comment_reported_ = false;
  std::size_t no_raw_end_from_ = std::string_view::npos;  // From here on there is no `endraw`.
};

}  // namespace

void feed_with_tags(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed(begin);
}

void feed_plain(cmark_parser& parser, TagParse& parse, std::uint32_t begin) {
  Feeder(parser, parse).feed_lines(begin, parse.text.size());
}

}  // namespace carnet
