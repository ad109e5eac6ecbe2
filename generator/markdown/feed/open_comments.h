// Comments that are never closed. For CommonMark such a one would hide the rest of the page.

#pragma once

#include <cstddef>
#include <string_view>

namespace carnet {

class OpenComments {
 public:
  OpenComments(std::string_view text, std::size_t from);

  // True if one begins in [begin, end). To be asked from left to right.
  bool begin_in(std::size_t begin, std::size_t end);

  // Where it begins, if so. The next one will be looked for behind `end`.
  std::size_t take(std::size_t end);

 private:
  std::size_t find(std::size_t from) const;

  std::string_view text_;
  std::size_t next_;  // Or the end of the text.
};

}  // namespace carnet
