// Emoji by the names that authors give them, `:house:`: those of GitBook (JoyPixels),
// GitHub, Slack and Emojibase.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace carnet {

// The emoji of this name without the colons: "house", "flag_fr", "+1"; or "".
std::string_view find_emoji(std::string_view name);

// The text with its names turned into emoji, or nothing if there are none. A name stands
// between two colons that touch no other letter, digit or colon: not in `10:100:45`.
std::optional<std::string> replace_emoji_names(std::string_view text);

// The characters that GitBook writes as `data-code="1f468-200d-1f4bb"`; "" if these are no
// code points.
std::string emoji_of_code(std::string_view code);

}  // namespace carnet
