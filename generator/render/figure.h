// Pictures that stand alone: one is a figure, several are a gallery.
//
// Authors write the same thing in a dozen ways: a paragraph with nothing but an image in it,
// `<figure>`, either of them in a `<div>` that says how it is aligned, two of them in a row.

#pragma once

#include <string_view>
#include <vector>

#include "render/page_renderer.h"

namespace carnet {

// What the elements around pictures say about them.
struct FigureFrame {
  std::string_view id{};
  std::string_view align{};
  bool is_wide = false;
  bool is_framed = false;
};

// Adds to `frame` what the attributes of an element say.
void read_frame(const Node& element, const PageRenderer& renderer, FigureFrame& frame);

// The pictures and figures that `parent` consists of, white space and paragraphs around them
// aside; empty if anything else is in it, or if they belong into a line of text: a picture as
// high as the text, a row of badges.
std::vector<const Node*> find_pictures(const Node& parent, const PageRenderer& renderer);

// Appends them as a figure or a gallery. Requires that there are any.
void draw_pictures(const std::vector<const Node*>& pictures, const FigureFrame& frame,
                   PageRenderer& renderer);

}  // namespace carnet
