// The parts of a line in which a tag is no tag: inline code and comments.

#pragma once

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace carnet {

class QuotedParts {
 public:
  // Costs a look at each character of the line.
  explicit QuotedParts(std::string_view line);

  // Whether the byte at `at` stands in such a part, or behind a backslash. To be asked from left
  // to right.
  bool contain(std::size_t at);

 private:
  std::string_view line_;
  std::unordered_map<std::size_t, std::size_t> closing_;  // Of a run of back-ticks, by its begin.
  std::size_t position_ = 0;
  std::size_t next_;     // What may begin the next part.
  std::size_t end_ = 0;  // Of the last part found.
};

}  // namespace carnet
