#include "markdown/feed/line_feeder.h"

#include <cmark-gfm.h>

#include <utility>

#include "markdown/feed/scan_line.h"

namespace carnet {

void LineFeeder::feed_lines(std::size_t begin, std::size_t end) {
  std::size_t fed = begin;
  for (std::size_t i = begin, next = begin; i < end; i = next) {
    next = line_end(parse_.text, i);
    if (blocks_.may_dedent()) {
      feed_piece(fed, i);
      i += blocks_.dedent(parse_.text.substr(i, next - i));
      fed = i;
    }
    if (comments_.begin_in(i, next)) {
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
    note_line(i, 0);
  }
  feed_piece(fed, end);
}

void LineFeeder::feed_line(std::size_t begin, std::size_t end, const std::string& prefix,
                           TagsAre tags, std::size_t escape_at) {
  std::string line = prefix;
  line += parse_.text.substr(begin, end - begin);
  if (escape_at != std::string_view::npos) line.insert(prefix.size() + escape_at, 1, '\\');
  feed_made(begin, std::move(line), prefix.size(), tags);
}

void LineFeeder::feed_made(std::size_t begin, std::string line, std::size_t prefix, TagsAre tags) {
  parse_.found = tags == TagsAre::Text;  // No second tag is taken on a line.
  note_line(begin, prefix);
  if (!line.ends_with('\n')) line += '\n';
  const LineLimit limit = limits_.check(line);
  if (limit.measure == LineLimit::Measure::Escape && applies(limit)) {
    report_limit(limit, begin);
    line.insert(limit.escape_at, 1, '\\');
  }
  cmark_parser_feed(&parser_, line.data(), line.size());
}

void LineFeeder::feed_mark(std::size_t begin, std::string line, std::size_t prefix) {
  note_line(begin, prefix);
  line += '\n';
  cmark_parser_feed(&parser_, line.data(), line.size());
}

bool LineFeeder::feed_open_comment(std::size_t begin, std::size_t end) {
  if (!comments_.begin_in(begin, end)) return false;
  const std::size_t at = comments_.take(end);
  const std::string_view line = parse_.text.substr(begin, end - begin);
  if (place_.is_literal() || container_prefix(line) != at - begin || place_.is_html_block() ||
      place_.is_indented_code(line)) {
    return false;
  }
  report_comment(at);
  feed_line(begin, end, {}, TagsAre::Blocks, at - begin);
  return true;
}

bool LineFeeder::end_html_block_before(std::size_t offset, const std::string& prefix) {
  if (!end_html_block(parser_, prefix)) return false;
  note_line(offset, 0);
  return true;
}

void LineFeeder::clear_blank_line() { carnet::clear_blank_line(parser_); }

void LineFeeder::feed_piece(std::size_t begin, std::size_t end) {
  if (begin < end) cmark_parser_feed(&parser_, parse_.text.data() + begin, end - begin);
}

void LineFeeder::note_line(std::size_t offset, std::size_t prefix) {
  parse_.lines.push_back({static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(prefix)});
}

bool LineFeeder::applies(const LineLimit& limit) const {
  switch (limit.where) {
    case LineLimit::Where::OutsideOfCode: return !place_.is_literal();
    case LineLimit::Where::InParagraph: return place_.is_paragraph();
    case LineLimit::Where::Everywhere: break;
  }
  return true;
}

void LineFeeder::feed_limited(const LineLimit& limit, std::size_t begin, std::size_t end) {
  std::string line(parse_.text.substr(begin, end - begin));
  if (limit.measure == LineLimit::Measure::Escape) {
    line.insert(limit.escape_at, 1, '\\');
  } else {
    line.insert(0, 1, '\n');
    note_line(begin, 0);
  }
  note_line(begin, 0);
  cmark_parser_feed(&parser_, line.data(), line.size());
}

void LineFeeder::report_limit(const LineLimit& limit, std::size_t begin) {
  if (std::exchange(is_limit_reported_, true)) return;
  const auto offset = static_cast<std::uint32_t>(begin);
  parse_.diagnostics.report(DiagnosticKind::LimitReached, {parse_.source, offset, offset},
                            std::string(limit.message), "what goes too far is shown as text");
}

void LineFeeder::report_comment(std::size_t begin) {
  if (std::exchange(is_comment_reported_, true)) return;
  const auto offset = static_cast<std::uint32_t>(begin);
  parse_.diagnostics.report(DiagnosticKind::UnclosedHtml, {parse_.source, offset, offset + 4},
                            "`<!--` is never closed",
                            "write `-->` where the comment ends; it is shown as text");
}

}  // namespace carnet
