#include "markdown/feed/raw_parts.h"

#include <optional>
#include <vector>

#include "blocks/registry.h"
#include "markdown/feed/scan_line.h"
#include "markdown/quoted_parts.h"
#include "markdown/tag.h"

namespace carnet {
namespace {

bool closes_raw(std::string_view text) {
  const std::optional<ParsedTag> tag = parse_tag(text);
  return tag && tag->is_end && find_block(tag->name) == &kRaw;
}

// Calls `visit` with the begin and the length of each raw part of a line, tags included.
template <typename Visit>
void visit_raw(std::string_view line, const Visit& visit) {
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

}  // namespace

bool opens_raw(std::string_view text) {
  const std::optional<ParsedTag> tag = parse_tag(text);
  return tag && !tag->is_end && find_block(tag->name) == &kRaw;
}

bool has_raw(std::string_view line) {
  bool is_there = false;
  visit_raw(line, [&](std::size_t, std::size_t) { is_there = true; });
  return is_there;
}

bool begins_with_raw(std::string_view line) {
  bool begins = false;
  visit_raw(line, [&](std::size_t at, std::size_t) { begins = begins || at == 0; });
  return begins;
}

std::string without_raw_tags(std::string_view line) {
  std::string text;
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
  return text;
}

std::size_t RawEnds::find(std::size_t from) {
  if (from >= none_from_) return std::string_view::npos;
  for (std::size_t i = find_tag_start(text_, from); i != std::string_view::npos;
       i = find_tag_start(text_, i + 1)) {
    if (closes_raw(text_.substr(i))) return i;
  }
  none_from_ = from;
  return std::string_view::npos;
}

}  // namespace carnet
