// Where things stand in lines of Markdown, seen as bytes only: what they mean depends on what is
// open before them (see open_place.h).

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

// Where the line begins that holds the byte `at`, and where it ends, behind its `\n`.
std::size_t line_begin(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);

// How much of a line is the place of its text: indentation, quotes and list markers.
std::size_t container_prefix(std::string_view line);

// The place of the same containers on a line that follows.
std::string indentation(std::string_view prefix);

std::string_view leading_spaces(std::string_view line);
std::size_t count_columns(std::string_view indent);

// The next `{%` or `<%` at or behind `from`, or npos.
std::size_t find_tag_start(std::string_view text, std::size_t from);

}  // namespace carnet
