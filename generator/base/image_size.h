// How large a picture is, from the first bytes of its file, so that a page can
// keep its place free while it loads.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace carnet {

// In CSS pixels, as a browser shows the picture when nobody says otherwise.
struct ImageSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;

  // Otherwise both are 0: no picture, a broken one, or a format that is not read.
  bool is_known() const { return width != 0 && height != 0; }
  bool operator==(const ImageSize&) const = default;
};

// Gives up to `count` bytes of a file from `offset` on; fewer where it ends, none where
// it cannot be read.
using ReadBytes = std::function<std::string(std::uint64_t offset, std::size_t count)>;

// Whether a file is worth a look, by its extension in any letter case.
bool has_image_extension(std::string_view path);

// Reads PNG, JPEG (turned as its EXIF says), GIF, WebP, AVIF, SVG, BMP and ICO, whatever the
// file is called. Nearly always one call of `read`; never more than a bounded number, each
// of a bounded size, also on hostile bytes.
ImageSize read_image_size(const ReadBytes& read);

// The same for a text that may be an SVG: `width` and `height`, else `viewBox`. Units are
// turned into pixels; `%` says nothing about the picture itself.
ImageSize read_svg_size(std::string_view text);

}  // namespace carnet
