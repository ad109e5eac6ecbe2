#include "base/source.h"

#include <algorithm>
#include <utility>

namespace carnet {

SourceId Sources::add(std::string path, std::string text) {
  entries_.push_back({std::move(path), std::move(text)});
  return SourceId{static_cast<std::uint32_t>(entries_.size() - 1)};
}

SourceId Sources::add_part(Span where, std::string text) {
  where = place_of(where);
  const SourceId id =
      add(where.source == kNoSource ? std::string() : entry(where.source).path, std::move(text));
  entries_.back().taken_from = where;
  return id;
}

Span Sources::place_of(const Span& span) const {
  if (span.source == kNoSource) return span;
  const Span& from = entry(span.source).taken_from;
  if (from.source == kNoSource) return span;
  const Span beginning{from.source, from.begin, from.begin};
  const std::string_view text = entry(span.source).text;
  if (span.begin >= text.size()) return beginning;
  const std::size_t line_begin = span.begin == 0 ? 0 : text.rfind('\n', span.begin - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', line_begin), text.size());
  const std::string_view line = text.substr(line_begin, line_end - line_begin);
  const std::size_t found = line.empty() ? std::string_view::npos : this->text(from).find(line);
  if (found == std::string_view::npos) return beginning;
  const auto shift = static_cast<std::uint32_t>(from.begin + found - line_begin);
  const auto end = std::min(span.end, static_cast<std::uint32_t>(line_end));
  return {from.source, span.begin + shift, end + shift};
}

}  // namespace carnet
