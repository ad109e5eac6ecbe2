#include "render/picture.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

// A written length: "320", "12.5", "50%". 0: none that can be shown.
double number_of(std::string_view length) {
  double number = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), number);
  if (error != std::errc() || end == length.data() || !(number > 0)) return 0;
  return std::min<double>(number, kMaxImageSide);
}

double pixels_of(std::string_view length) { return length.ends_with('%') ? 0 : number_of(length); }

std::uint32_t rounded(double pixels) {
  return static_cast<std::uint32_t>(
      std::clamp(std::round(pixels), 1.0, static_cast<double>(kMaxImageSide)));
}

// GitHub's way to say which pages a picture is for.
Shade shade_of(std::string_view destination) {
  const std::string_view fragment = split_url(destination).fragment;
  if (fragment == "gh-dark-mode-only") return Shade::Dark;
  if (fragment == "gh-light-mode-only") return Shade::Light;
  return Shade::Both;
}

void draw_missing(std::string_view destination, const Picture& picture, PageRenderer& renderer) {
  Value view = Value::object();
  view.set("alt", picture.alt.empty() ? file_name_of(split_url(destination).path) : picture.alt);
  renderer.render_template("blocks/broken-image", view);
}

// It stands in a line of text.
void trim_lines(std::string& out) {
  while (out.ends_with('\n')) out.pop_back();
}

}  // namespace

ImageSize image_size_of(const ResolvedLink& link, const PageRenderer& renderer) {
  if (link.target != ResolvedLink::Target::File) return {};
  return renderer.context().site.assets[link.asset].image;
}

ImageSize shown_size(ImageSize natural, std::string_view width, std::string_view height) {
  const double wide = pixels_of(width);
  const double high = pixels_of(height);
  if (!natural.is_known()) {
    return {wide > 0 ? rounded(wide) : 0, high > 0 ? rounded(high) : 0};
  }
  // The file's own ratio, whatever else was written: it is drawn in that.
  const double ratio = static_cast<double>(natural.width) / natural.height;
  if (wide > 0) return {rounded(wide), rounded(wide / ratio)};
  if (high > 0) return {rounded(high * ratio), rounded(high)};
  return natural;
}

void draw_picture(const ResolvedLink& link, std::string_view destination, const Picture& picture,
                  PageRenderer& renderer) {
  if (link.target == ResolvedLink::Target::Nothing || link.target == ResolvedLink::Target::Page) {
    draw_missing(destination, picture, renderer);
    return trim_lines(renderer.out());
  }
  if (renderer.is_remote(link)) {
    const std::string host = host_of(link.url);
    if (renderer.is_in_link()) {  // Its card stands before the link.
      renderer.text(picture.alt.empty() ? std::string_view(host) : picture.alt);
      return;
    }
    renderer.allow_image_host(host);
    Value view = Value::object();
    view.set("url", link.url).set("host", host).set("alt", picture.alt);
    view.set("width", picture.width).set("height", picture.height);
    renderer.render_template("blocks/remote-image", view);
    return trim_lines(renderer.out());
  }
  if (link.target == ResolvedLink::Target::External) renderer.allow_image_host(host_of(link.url));

  const Shade shade = picture.shade == Shade::Both ? shade_of(destination) : picture.shade;
  std::string_view url = link.url;
  if (shade_of(destination) != Shade::Both) url = url.substr(0, url.find('#'));
  std::string& out = renderer.out();
  out += "<img";
  if (shade == Shade::Light) out += " class=\"only-light\"";
  if (shade == Shade::Dark) out += " class=\"only-dark\"";
  renderer.attribute("src", url);
  renderer.attribute("alt", picture.alt);
  const ImageSize size = shown_size(image_size_of(link, renderer), picture.width, picture.height);
  if (size.width != 0) renderer.attribute("width", std::to_string(size.width));
  if (size.height != 0) renderer.attribute("height", std::to_string(size.height));
  if (picture.width.ends_with('%') && number_of(picture.width) > 0) {
    const double steps = std::clamp(std::round(number_of(picture.width) / 5), 1.0, 20.0);
    renderer.attribute("data-width", std::to_string(static_cast<int>(steps) * 5));
  }
  if (!picture.size.empty()) renderer.attribute("data-size", picture.size);
  if (!picture.title.empty()) renderer.attribute("title", picture.title);
  const bool is_small = picture.size == "line";
  if (!is_small) renderer.note_drawn("images");
  if (is_small || !renderer.take_first_picture()) out += " loading=\"lazy\"";
  out += " decoding=\"async\">";
}

}  // namespace carnet
