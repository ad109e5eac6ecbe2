// Something that a page shows in place, however it was written: `{% embed %}`, a block of a
// vendor, an `<iframe>`, a `<video>`.

#pragma once

#include <string>
#include <string_view>

#include "base/value.h"
#include "render/page_renderer.h"

namespace carnet {

// Sets what "blocks/embed" needs to show what `link` leads to, and notes in the page's needs
// which hosts a click may ask: a film or sound or picture of the book itself, a player, a card
// that leads there. `written` is the address as its author wrote it, and `title` what the author
// calls it, or "".
void set_embed(Value& view, const ResolvedLink& link, std::string_view written,
               std::string_view title, PageRenderer& renderer);

// `<video>` or `<audio>` of the browser for an address; `name` stands where it plays neither.
// Without `kind`, "".
std::string native_player(std::string_view kind, std::string_view url, std::string_view name);

// "video" and "audio" for names of files that browsers play, else "".
std::string_view playable_kind(std::string_view name);

}  // namespace carnet
