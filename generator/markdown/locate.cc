#include "markdown/locate.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace carnet {
namespace {

struct Range {
  std::size_t begin;
  std::size_t end;
};

bool may_begin_link(char c) { return c == '[' || c == '!' || c == '<'; }

// The range of the link that begins at text[i], or an empty one.
Range measure(std::string_view text, std::size_t i) {
  const std::size_t begin = i;
  if (text[i] == '<') {
    const std::size_t close = text.find('>', i);
    return {begin, close == std::string_view::npos ? begin : close + 1};
  }
  if (text[i] == '!') ++i;
  if (i >= text.size() || text[i] != '[') return {begin, begin};
  const auto close_bracket = [&](char open, char close) {
    std::size_t depth = 0;
    for (; i < text.size(); ++i) {
      if (text[i] == '\\') {
        ++i;
      } else if (text[i] == open) {
        ++depth;
      } else if (text[i] == close && --depth == 0) {
        ++i;
        return true;
      }
    }
    return false;
  };
  if (!close_bracket('[', ']')) return {begin, begin};
  const std::size_t label_end = i;
  if (i < text.size() && text[i] == '(') {
    return close_bracket('(', ')') ? Range{begin, i} : Range{begin, label_end};
  }
  if (i < text.size() && text[i] == '[') {
    return close_bracket('[', ']') ? Range{begin, i} : Range{begin, label_end};
  }
  return {begin, label_end};
}

// The part of a destination that stands in the text as it is: cmark has taken
// escapes and entities out.
std::string_view recognisable(std::string_view destination) {
  const auto end = std::find_if(destination.begin(), destination.end(), [](char c) {
    return is_punctuation(c) && c != '/' && c != '.' && c != '-' && c != '#';
  });
  return destination.substr(0, static_cast<std::size_t>(end - destination.begin()));
}

}  // namespace

Span locate_link(const Document& document, std::string_view text, const Link& link) {
  if (link.is_exact) return document.span(link.begin, link.end);
  const std::size_t line_begin = link.begin == 0 ? 0 : text.rfind('\n', link.begin - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', link.begin), text.size());
  const std::string_view part = recognisable(link.destination);

  // The link on this line that is nearest to where cmark saw it, among those
  // that contain the destination.
  Range best{link.begin, link.end};
  std::size_t best_distance = std::string_view::npos;
  for (std::size_t i = line_begin; i < line_end; ++i) {
    if (!may_begin_link(text[i])) continue;
    if (text[i] == '[' && i > line_begin && text[i - 1] == '!') continue;
    const Range range = measure(text, i);
    if (range.end == range.begin) continue;
    const std::string_view whole = text.substr(range.begin, range.end - range.begin);
    if (whole.find(part) == std::string_view::npos) continue;
    const std::size_t distance =
        i > link.begin ? i - link.begin : static_cast<std::size_t>(link.begin) - i;
    if (distance < best_distance) {
      best_distance = distance;
      best = range;
    }
  }
  return document.span(static_cast<std::uint32_t>(best.begin),
                       static_cast<std::uint32_t>(best.end));
}

}  // namespace carnet
