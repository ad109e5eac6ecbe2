// What all pages of a book have around them.

#pragma once

#include "render/book_state.h"
#include "render/frame_html.h"
#include "render/head_html.h"
#include "render/navigation.h"
#include "render/sections.h"

namespace carnet {

struct Shell {
  Navigation navigation;
  FrameHtml frame;
  HeadHtml head;
  SectionsHtml sections;
  const BookState* state = nullptr;  // Of the whole site. Null: nothing is said of it.

  // What the pages need for it, beside what they need for themselves.
  PageNeeds needs() const {
    PageNeeds all = frame.needs();
    if (sections.has_spaces()) all.drawn.emplace("spaces");
    return all;
  }
};

}  // namespace carnet
