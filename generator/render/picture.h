// A picture, wherever it was written: as Markdown, as an element, as a dark variant.

#pragma once

#include <cstdint>
#include <string_view>

#include "base/image_size.h"
#include "render/page_renderer.h"

namespace carnet {

// Which pages a picture is drawn for: the theme's switch decides, not the system alone.
enum class Shade : std::uint8_t { Both, Light, Dark };

struct Picture {
  std::string_view alt{};
  std::string_view width{};   // As written: pixels without a unit, or "50%"; empty: not written.
  std::string_view height{};  //
  std::string_view size{};    // GitBook's data-size: "line", "original".
  std::string_view title{};
  Shade shade = Shade::Both;
};

// Appends an `<img>`; for a picture on another host a card that waits for a click; for one
// that is nowhere its words. `destination` is what the author wrote.
//
// Where the size of the file is known, the picture has `width` and `height` in its own ratio,
// so that nothing moves when it comes. A width in per cent is the attribute `data-width`, in
// steps of 5, for the style sheet: `style` attributes are not allowed.
void draw_picture(const ResolvedLink& link, std::string_view destination, const Picture& picture,
                  PageRenderer& renderer);

// The size of the file that a link leads to, if it is a picture of this site.
ImageSize image_size_of(const ResolvedLink& link, const PageRenderer& renderer);

// How large a picture is shown that has this size and for which this was written. Unknown if
// nothing is known.
ImageSize shown_size(ImageSize natural, std::string_view width, std::string_view height);

}  // namespace carnet
