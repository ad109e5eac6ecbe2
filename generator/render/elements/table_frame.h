// The frame around every table of a page, of Markdown and of HTML.

#pragma once

#include <cstddef>
#include <cstdint>

#include "render/page_renderer.h"

namespace carnet {

struct TableFrame {
  // That of the text, of the whole page, or whichever the columns need.
  enum class Width : std::uint8_t { Fitting, Text, Page };

  std::size_t columns = 0;  // As shown.
  Width width = Width::Fitting;
  bool has_sticky_header = false;
  bool has_sticky_column = false;
  bool has_filter = false;   // A field that finds rows.
  bool cannot_wrap = false;  // It holds what does not fit a narrow column,
  bool fits_phone = true;    // or words that do not stand beside each other there.
};

// Appends the `<div>` around a table and `<table>`. What may be wider than a phone can be
// scrolled with the keyboard and has a name.
void open_table(const TableFrame& frame, PageRenderer& renderer);
void close_table(PageRenderer& renderer);

}  // namespace carnet
