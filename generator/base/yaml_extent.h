// Where the parts of a YAML text end, given where they begin: yaml-cpp only
// tells the latter. All places are offsets in `text`.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace carnet {

constexpr bool is_yaml_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

// Behind white space, line ends and comments.
std::size_t skip_yaml_space(std::string_view text, std::size_t at);

// Behind `&anchor` and `!tag`, which stand before the value they belong to.
std::size_t skip_yaml_properties(std::string_view text, std::size_t at);

// Behind the closing quote; nothing if there is none. Requires a quote at `at`.
std::optional<std::size_t> end_of_quoted(std::string_view text, std::size_t at);

// From `|` or `>` at `at` to the end of the last line that belongs to it, in a
// list or map whose entries begin at `parent_column`.
std::size_t end_of_block_scalar(std::string_view text, std::size_t at,
                                std::optional<std::size_t> parent_column);

// A plain scalar whose text, lines folded, is `value`.
std::size_t end_of_plain(std::string_view text, std::size_t at, std::string_view value);

// If a spelled-out null (`~`, `null`) begins at `at`, its length, otherwise 0.
std::size_t length_of_null(std::string_view text, std::size_t at);

// The line that holds `at`, without its line end.
struct YamlLine {
  std::size_t begin = 0;
  std::size_t end = 0;
};
YamlLine yaml_line_at(std::string_view text, std::size_t at);

}  // namespace carnet
