#include "render/cover.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "render/picture.h"

namespace carnet {
namespace {

// GitBook's own, if the author says nothing.
constexpr std::uint32_t kHeight = 240;

// How wide a cover is on most screens. A reader's window may differ; then another part of the
// picture is in the middle, as much as it does at GitBook.
constexpr double kTextWidth = 800;
constexpr double kFullWidth = 1200;

// Which part of the picture is seen: 0 is its top, 100 its bottom, in steps of 5. `offset` is
// GitBook's coverY: pixels of the picture, from its middle.
int focus_of(ImageSize picture, double offset, double width, double height) {
  if (!picture.is_known() || offset == 0) return 50;
  const double scale = std::max(width / picture.width, height / picture.height);
  const double hidden = picture.height * scale - height;
  if (hidden < 1) return 50;
  const double focus = 0.5 - offset * scale / hidden;
  return static_cast<int>(std::lround(std::clamp(focus, 0.0, 1.0) * 20)) * 5;
}

const ResolvedLink* find_link(std::uint32_t number, const PageRenderer& renderer) {
  if (number == kNoNumber) return nullptr;
  const ResolvedLink& link = renderer.context().links[number];
  const bool is_picture =
      link.target == ResolvedLink::Target::File || link.target == ResolvedLink::Target::External;
  return is_picture ? &link : nullptr;
}

void draw_image(const ResolvedLink& link, std::string_view shade, std::uint32_t height,
                PageRenderer& renderer) {
  if (renderer.is_remote(link)) return draw_picture(link, link.url, {}, renderer);
  if (link.target == ResolvedLink::Target::External) draw_picture(link, link.url, {}, renderer);
  if (link.target != ResolvedLink::Target::File) return;
  std::string& out = renderer.out();
  out += "<img";
  if (!shade.empty()) renderer.attribute("class", shade);
  renderer.attribute("src", link.url);
  out += " alt=\"\"";
  const ImageSize size = image_size_of(link, renderer);
  if (size.is_known()) renderer.attribute("width", std::to_string(size.width));
  // Of the band, not of the picture: the style sheet fills it.
  renderer.attribute("height", std::to_string(height));
  out += " decoding=\"async\">";
}

}  // namespace

std::string cover_html(PageRenderer& renderer) {
  const Document& document = *renderer.context().page.document;
  const FrontMatter& front = document.front_matter;
  if (!front.layout.cover) return {};
  const ResolvedLink* light = find_link(document.front_links.cover, renderer);
  const ResolvedLink* dark = find_link(document.front_links.cover_dark, renderer);
  if (light == nullptr) std::swap(light, dark);
  if (light == nullptr) return {};
  if (dark != nullptr && (renderer.is_remote(*light) || renderer.is_remote(*dark))) dark = nullptr;

  const std::uint32_t height = front.cover_height != 0 ? front.cover_height : kHeight;
  std::string image;
  std::swap(image, renderer.out());
  draw_image(*light, dark == nullptr ? "" : "only-light", height, renderer);
  if (dark != nullptr) draw_image(*dark, "only-dark", height, renderer);
  std::swap(image, renderer.out());
  renderer.take_first_picture();  // It is seen at once: those below can wait.

  Value view = Value::object();
  const PageLayout& layout = front.layout;
  const bool is_hero = layout.cover_size == PageLayout::CoverSize::Hero;
  view.set("img", std::move(image));
  view.set("size", is_hero                                                  ? "hero"
                   : layout.cover_size == PageLayout::CoverSize::Background ? "background"
                                                                            : "full");
  if (layout.cover_mask == PageLayout::CoverMask::Radial) view.set("mask", "radial");
  const int focus = focus_of(image_size_of(*light, renderer), front.cover_y,
                             is_hero ? kTextWidth : kFullWidth, height);
  if (focus != 50) view.set("y", std::to_string(focus));
  std::string html;
  std::swap(html, renderer.out());
  renderer.render_template("blocks/cover", view);
  std::swap(html, renderer.out());
  while (html.ends_with('\n')) html.pop_back();
  return html;
}

}  // namespace carnet
