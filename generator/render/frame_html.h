// What stands around the pages of a book, by its own wish: header links, banner, footer.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "highlight/highlighter.h"
#include "render/page_needs.h"
#include "site/frame.h"
#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// Drawn once for each book; a page only puts its own way to the root of the site into it.
class FrameHtml {
 public:
  // `frame` must outlive it.
  FrameHtml(const Site& site, const BookFrame& frame, std::string_view banner_style,
            const Theme& theme, const Highlighter& highlighter);

  // Sets what templates see of it: see contracts.cc. `root` leads to the root of the site: "../".
  void add_to(Value& view, std::string_view root) const;

  // What the pages need for it, beside what they need for themselves.
  const PageNeeds& needs() const { return needs_; }

 private:
  const BookFrame& frame_;
  PageNeeds needs_;
  std::string banner_style_;
  // Ready but for the root of the site, in whose place there is a mark.
  std::string banner_;
  std::string footer_;
};

}  // namespace carnet
