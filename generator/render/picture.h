// A picture, wherever it was written: as Markdown, as an element, as a dark variant.

#pragma once

#include <string_view>

#include "render/page_renderer.h"

namespace carnet {

struct Picture {
  std::string_view alt;
  std::string_view width;   // As written: pixels without a unit, or "50%"; empty: not written.
  std::string_view height;  //
  std::string_view size;    // GitBook's data-size: "line", "original".
};

// Appends an `<img>`; for a picture on another host a card that waits for a click; for one
// that is nowhere its words. `destination` is what the author wrote.
void draw_picture(const ResolvedLink& link, std::string_view destination, const Picture& picture,
                  PageRenderer& renderer);

}  // namespace carnet
