// Tags of blocks that stand behind other text of their line.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "markdown/tag_extension.h"

namespace carnet {

// What stands before the tag that is closed by the one that `text` begins with; or nullptr.
const std::string* find_opening(const TagParse& parse, std::string_view text);

// Where the tags at the line's end begin, if they all close open blocks and are not in inline
// code; or npos.
std::size_t find_trailing_ends(const TagParse& parse, std::string_view line);

// What was taken from the line before.
enum class LineSoFar : std::uint8_t { HasNoTag, HasTags };

// The first tag on a line that is complete there, or npos: it closes a block that the line has
// opened, is closed later on the line, or need not be closed.
std::size_t find_complete_tag(const TagParse& parse, std::string_view line, LineSoFar so_far);

}  // namespace carnet
