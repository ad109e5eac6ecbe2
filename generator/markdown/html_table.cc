#include "markdown/html_table.h"

#include <algorithm>

#include "base/text.h"
#include "html/elements.h"

namespace carnet {
namespace {

// The name of the tag whose `<` stands before `text`, with its slash.
std::string_view tag_name(std::string_view text) {
  std::size_t end = text.starts_with('/') ? 1 : 0;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
  return text.substr(0, end);
}

}  // namespace

void HtmlTable::read(std::string_view line) {
  for (std::size_t i = line.find('<'); i != std::string_view::npos; i = line.find('<', i + 1)) {
    const std::string_view name = tag_name(line.substr(i + 1));
    if (equals_ignoring_case(name, "/pre")) {
      is_in_pre_ = false;
    } else if (is_in_pre_) {
      continue;
    } else if (equals_ignoring_case(name, "pre")) {
      is_in_pre_ = is_open();
    } else if (equals_ignoring_case(name, "table")) {
      ++tables_;
    } else if (equals_ignoring_case(name, "/table") && tables_ > 0) {
      --tables_;
    }
  }
}

std::size_t TableSearch::find(std::size_t from) {
  if (from > next_ || next_ == std::string_view::npos) {
    next_ = std::min({text_.find("<table", from), text_.find("<TABLE", from), text_.size()});
  }
  return next_;
}

std::size_t TableSearch::last_end() {
  if (!last_end_) {
    const auto last = [&](std::string_view tag) {
      const std::size_t found = text_.rfind(tag);
      return found == std::string_view::npos ? 0 : found;
    };
    last_end_ = std::max(last("</table"), last("</TABLE"));
  }
  return *last_end_;
}

bool begins_with_block_tag(std::string_view line) {
  if (!line.starts_with('<')) return false;
  if (line.starts_with("<!--")) return true;
  std::string_view name = tag_name(line.substr(1));
  if (name.starts_with('/')) name.remove_prefix(1);
  const HtmlElement* element = find_element(name);
  return element != nullptr && element->is_block();
}

}  // namespace carnet
