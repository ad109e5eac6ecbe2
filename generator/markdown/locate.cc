#include "markdown/locate.h"

#include <algorithm>
#include <cstddef>

#include "base/text.h"

namespace carnet {
namespace {

// How far from the place that cmark gives a link is looked for, and how often: a
// line may hold thousands of broken links.
constexpr std::size_t kReach = 2048;
constexpr std::size_t kMaxTries = 64;

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
  const auto span = [&](std::size_t begin, std::size_t end) {
    return Span{document.origin(link.origin).source, static_cast<std::uint32_t>(begin),
                static_cast<std::uint32_t>(end)};
  };
  if (link.is_exact) return span(link.begin, link.end);
  const std::size_t at = link.begin;
  const std::size_t line_begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', at), text.size());
  const std::size_t first = at - std::min(at - line_begin, kReach);
  const std::size_t last = std::min(line_end, at + kReach);
  const std::string_view part = recognisable(link.destination);
  std::size_t tries = 0;
  const auto range_at = [&](std::size_t i) -> Range {
    const bool is_inner = text[i] == '[' && i > 0 && text[i - 1] == '!';
    if (!may_begin_link(text[i]) || is_inner || ++tries > kMaxTries) return {i, i};
    const Range range = measure(text.substr(0, last + kReach), i);
    const std::string_view whole = text.substr(range.begin, range.end - range.begin);
    return whole.find(part) == std::string_view::npos ? Range{i, i} : range;
  };

  // The nearest link on this line to where cmark saw it, among those that
  // contain the destination.
  for (std::size_t distance = 0; distance <= kReach; ++distance) {
    if (at >= first + distance) {
      const Range range = range_at(at - distance);
      if (range.end > range.begin) return span(range.begin, range.end);
    }
    if (distance > 0 && at + distance < last) {
      const Range range = range_at(at + distance);
      if (range.end > range.begin) return span(range.begin, range.end);
    }
  }
  // A link of several lines: cmark gives the line that it ends on.
  for (std::size_t i = line_begin; i > 0 && line_begin - i < kReach; --i) {
    if (text[i - 1] == '\n' && i < line_begin && text[i] == '\n') break;
    const Range range = range_at(i - 1);
    if (range.end > line_begin) return span(range.begin, range.end);
  }
  // A bare address.
  const std::size_t found = text.substr(0, last).find(link.destination, line_begin);
  if (found != std::string_view::npos && !link.destination.empty()) {
    return span(found, found + link.destination.size());
  }
  return span(at, link.end);
}

}  // namespace carnet
