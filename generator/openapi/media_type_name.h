// What the name of a media type says of the bodies. Parameters behind a `;` change nothing.

#pragma once

#include <string>
#include <string_view>

namespace carnet::openapi {

// "application/json; charset=utf-8" -> "application/json".
std::string bare_media_type(std::string_view name);

// "application/json; charset=utf-8", "application/problem+json", "text/json".
bool is_json(std::string_view media_type);
bool is_xml(std::string_view media_type);
// multipart/form-data and application/x-www-form-urlencoded.
bool is_form(std::string_view media_type);
// One value of JSON on each line.
bool is_json_lines(std::string_view media_type);
// Bytes that nobody reads: nothing can be made up for them.
bool is_binary(std::string_view media_type);

}  // namespace carnet::openapi
