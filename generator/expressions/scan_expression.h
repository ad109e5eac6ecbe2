// The letters of an expression: names, numbers, characters of texts.
//
// Places are bytes of the expression.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace carnet {

// Names may have letters of any script.
bool is_name_start(char c);
bool is_name_part(char c);

// Where the space, the name or the number ends that begins at `begin`; there, if there is none.
std::size_t space_end(std::string_view text, std::size_t begin);
std::size_t name_end(std::string_view text, std::size_t begin);
std::size_t number_end(std::string_view text, std::size_t begin);

// Appends the character that the backslash at `at` and what follows it stand for, and moves `at`
// behind them.
void append_escape(std::string_view text, std::size_t& at, std::string& out);

// For messages: the name or the character at `begin`, and what to do about a text that begins with
// what may not stand there; or "".
std::string_view word_at(std::string_view text, std::size_t begin);
std::string_view hint_for(std::string_view text);

}  // namespace carnet
