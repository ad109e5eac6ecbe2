// `{% raw %}...{% endraw %}`: what it encloses is fed as it is, and nothing in it is a tag.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

// True if `text` begins with `{% raw %}`.
bool opens_raw(std::string_view text);

// True if there are parts in `{% raw %}...{% endraw %}` on this line, or at its begin.
bool has_raw(std::string_view line);
bool begins_with_raw(std::string_view line);

// The line without the tags of these parts.
std::string without_raw_tags(std::string_view line);

// Finds the ends of raw parts that go on over several lines.
class RawEnds {
 public:
  explicit RawEnds(std::string_view text) : text_(text) {}

  // Where the next `{% endraw %}` begins, or npos. A text without one is searched once.
  std::size_t find(std::size_t from);

 private:
  std::string_view text_;
  std::size_t none_from_ = std::string_view::npos;  // From here on there is none.
};

}  // namespace carnet
