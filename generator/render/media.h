// Files that a browser plays or shows by itself, told by their names.

#pragma once

#include <cstdint>
#include <string_view>

namespace carnet {

enum class MediaKind : std::uint8_t { None, Image, Video, Audio };

// What a file of this name is: "a/b.MP4" is a Video.
MediaKind media_kind(std::string_view name);

// The name of the icon (icon_html.h) for a file of this name, by the family it belongs to.
std::string_view file_icon(std::string_view name);

}  // namespace carnet
