#include "diag/printer.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/unicode.h"

namespace carnet {
namespace {

// Room for the author's line. Paragraphs are often one line of a thousand
// characters: then only the part around the place is shown.
constexpr std::size_t kWidth = 100;
constexpr std::size_t kContext = 40;
// A line of more bytes is wide, and too long to be measured for each message.
constexpr std::size_t kLongLine = 16 * kWidth;

struct Style {
  std::string_view severity;
  std::string_view caret;
  std::string_view quiet;
  std::string_view bold;
  std::string_view reset;
};

Style style_of(Severity severity, bool use_color) {
  if (!use_color) return {};
  constexpr std::string_view kRed = "\033[1;31m";
  constexpr std::string_view kYellow = "\033[1;33m";
  constexpr std::string_view kBlue = "\033[1;34m";
  const std::string_view color = severity == Severity::Error     ? kRed
                                 : severity == Severity::Warning ? kYellow
                                                                 : kBlue;
  return {color, color, "\033[2m", "\033[1m", "\033[0m"};
}

// The part of a line that is shown, and where the marked part is in it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

std::string_view last_code_points(std::string_view text, std::size_t count) {
  std::size_t begin = text.size();
  while (begin > 0 && count > 0) {
    --begin;
    while (begin > 0 && is_continuation(text[begin])) --begin;
    --count;
  }
  return text.substr(begin);
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  while (i < text.size() && count-- > 0) next_code_point(text, i);
  return text.substr(0, i);
}

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end) {
  const auto clean = [](std::string_view text) {
    std::string result(text);
    // Control characters would move the cursor.
    std::replace_if(
        result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; },
        ' ');
    return result;
  };
  const std::string_view before = line.substr(0, begin);
  const std::string_view marked = line.substr(begin, end - begin);
  const std::string_view after = line.substr(end);
  if (line.size() <= kLongLine && display_width(line) <= kWidth)
    return {clean(before), clean(marked), clean(after)};
  const std::string_view short_before = last_code_points(before, kContext);
  const std::string_view short_marked = first_code_points(marked, kWidth);
  const std::string_view short_after =
      short_marked.size() < marked.size() ? std::string_view() : first_code_points(after, kContext);
  return {(short_before.size() < before.size() ? "…" : "") + clean(short_before),
          clean(short_marked),
          clean(short_after) +
              (short_marked.size() + short_after.size() < marked.size() + after.size() ? "…" : "")};
}

void print_one(const Diagnostic& diagnostic, Severity severity, Positions& positions,
               const Sources& sources, const Style& style, std::string& out) {
  const auto to = std::back_inserter(out);
  const std::string_view code = info(diagnostic.kind).code;
  const Span& where = diagnostic.where;
  if (where.source == kNoSource) {
    fmt::format_to(to, "carnet: {}{}{}: {} [{}]\n", style.severity, name_of(severity), style.reset,
                   diagnostic.message, code);
    if (!diagnostic.hint.empty()) fmt::format_to(to, "  = hint: {}\n", diagnostic.hint);
    return;
  }
  const Position position = positions.find(where.source, where.begin);
  fmt::format_to(to, "{}{}:{}:{}:{} {}{}{}: {} [{}]\n", style.bold, sources.path(where.source),
                 position.line, position.column, style.reset, style.severity, name_of(severity),
                 style.reset, diagnostic.message, code);
  const std::string number = std::to_string(position.line);
  const std::string gutter(std::max<std::size_t>(5, number.size()), ' ');
  if (where.end > where.begin) {
    const std::string_view line = positions.line(where.source, position.line);
    const std::string_view text = sources.text(where.source);
    const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
    const std::size_t begin = std::min<std::size_t>(where.begin - line_begin, line.size());
    const std::size_t end = std::clamp<std::size_t>(where.end - line_begin, begin, line.size());
    const Excerpt excerpt = excerpt_of(line, begin, end);
    fmt::format_to(to, "{}{}{} |{} {}{}{}\n", style.quiet, gutter.substr(number.size()), number,
                   style.reset, excerpt.before, excerpt.marked, excerpt.after);
    const std::size_t width = std::max<std::size_t>(1, display_width(excerpt.marked));
    fmt::format_to(to, "{}{} |{} {}{}^{}{}\n", style.quiet, gutter, style.reset,
                   std::string(display_width(excerpt.before), ' '), style.caret,
                   std::string(width - 1, '~'), style.reset);
  }
  if (!diagnostic.hint.empty()) {
    fmt::format_to(to, "{} {}={} hint: {}\n", gutter, style.quiet, style.reset, diagnostic.hint);
  }
}

}  // namespace

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::Error: return "error";
    case Severity::Warning: return "warning";
    case Severity::Notice: return "notice";
    case Severity::Off: break;
  }
  return "off";
}

void Positions::select(SourceId source) {
  if (source == selected_ && !line_begins_.empty()) return;
  selected_ = source;
  line_begins_ = {0};
  known_offset_ = 0;
  known_column_ = 1;
  const std::string_view text = sources_.text(source);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    line_begins_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

Position Positions::find(SourceId source, std::uint32_t offset) {
  select(source);
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const std::uint32_t begin = *std::prev(next);
  if (known_offset_ < begin || known_offset_ > offset) {
    known_offset_ = begin;
    known_column_ = 1;
  }
  const std::string_view text = sources_.text(source);
  known_column_ += count_code_points(text.substr(known_offset_, offset - known_offset_));
  known_offset_ = offset;
  return {static_cast<std::size_t>(next - line_begins_.begin()), known_column_};
}

std::string_view Positions::line(SourceId source, std::size_t number) {
  select(source);
  const std::string_view text = sources_.text(source);
  const std::size_t begin = line_begins_[number - 1];
  const std::size_t end = number < line_begins_.size() ? line_begins_[number] - 1 : text.size();
  return text.substr(begin, end - begin);
}

std::string print(const Diagnostics& diagnostics, const Severities& severities,
                  const Sources& sources, const PrintOptions& options) {
  std::string out;
  Positions positions(sources);
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    const Severity severity = severities[diagnostic.kind];
    if (severity == Severity::Off || severity < options.least) continue;
    print_one(diagnostic, severity, positions, sources, style_of(severity, options.use_color), out);
  }
  return out;
}

}  // namespace carnet
