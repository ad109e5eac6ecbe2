// What all pages of a book have around them.

#pragma once

#include "render/book_state.h"
#include "render/frame_html.h"
#include "render/head_html.h"
#include "render/navigation.h"

namespace carnet {

struct Shell {
  Navigation navigation;
  FrameHtml frame;
  HeadHtml head;
  const BookState* state = nullptr;  // Of the whole site. Null: nothing is said of it.
};

}  // namespace carnet
