// What the head of every page has by the wish of the book and of its theme.

#pragma once

#include <string_view>

#include "base/value.h"
#include "site/head_partial.h"
#include "theme/theme.h"

namespace carnet {

class HeadHtml {
 public:
  // `partial` must outlive it.
  HeadHtml(const HeadPartial& partial, const Theme& theme);

  // Sets `head_html` and `theme_color`, which browsers paint their own bars with. `root`
  // leads to the root of the site: "../".
  void add_to(Value& view, std::string_view root) const;

 private:
  const HeadPartial& partial_;
  std::string light_;  // The ground of pages, by day and by night.
  std::string dark_;
};

}  // namespace carnet
