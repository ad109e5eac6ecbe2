#include "render/head_html.h"

#include <string>
#include <utility>

#include "render/theme_colors.h"

namespace carnet {

HeadHtml::HeadHtml(const HeadPartial& partial, const Theme& theme) : partial_(partial) {
  if (const std::optional<ColorPair> paper = find_color_pair(theme.style_sheet(), "paper")) {
    light_ = to_hex(paper->light);
    dark_ = to_hex(paper->dark);
  }
}

void HeadHtml::add_to(Value& view, std::string_view root) const {
  std::string html;
  for (const HeadPartial::Piece& piece : partial_.pieces) {
    html += piece.html;
    if (!piece.address.empty()) html.append(root).append(piece.address);
  }
  view.set("head_html", std::move(html));
  if (light_.empty()) return;
  view.set("theme_color", Value::object().set("light", light_).set("dark", dark_));
}

}  // namespace carnet
