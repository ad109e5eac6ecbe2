// Each format keeps its size near the beginning of the file. Only JPEG needs a second
// look: cameras put whole previews before it, so its segments are skipped by their
// lengths instead of being read.

#include "base/image_size.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"

namespace carnet {
namespace {

// Enough for all formats but a JPEG with a preview and an SVG with a long beginning.
constexpr std::size_t kHeadBytes = 4u << 10;

std::uint32_t byte_at(std::string_view bytes, std::size_t i) {
  return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u;
}
std::uint32_t little_16(std::string_view bytes, std::size_t i) {
  return byte_at(bytes, i) | byte_at(bytes, i + 1) << 8;
}
std::uint32_t little_24(std::string_view bytes, std::size_t i) {
  return little_16(bytes, i) | byte_at(bytes, i + 2) << 16;
}
std::uint32_t little_32(std::string_view bytes, std::size_t i) {
  return little_16(bytes, i) | little_16(bytes, i + 2) << 16;
}
std::uint32_t big_16(std::string_view bytes, std::size_t i) {
  return byte_at(bytes, i) << 8 | byte_at(bytes, i + 1);
}
std::uint32_t big_32(std::string_view bytes, std::size_t i) {
  return big_16(bytes, i) << 16 | big_16(bytes, i + 2);
}

bool has(std::string_view bytes, std::size_t i, std::string_view what) {
  return i <= bytes.size() && bytes.substr(i).starts_with(what);
}

ImageSize checked(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kMaxImageSide || height > kMaxImageSide) return {};
  return {width, height};
}

ImageSize read_png(std::string_view head) {
  if (head.size() < 24 || !has(head, 12, "IHDR")) return {};
  return checked(big_32(head, 16), big_32(head, 20));
}

ImageSize read_gif(std::string_view head) {
  if (head.size() < 10) return {};
  return checked(little_16(head, 6), little_16(head, 8));
}

ImageSize read_webp(std::string_view head) {
  if (head.size() < 30) return {};
  if (has(head, 12, "VP8 ") && has(head, 23, "\x9D\x01\x2A")) {
    return checked(little_16(head, 26) & 0x3FFF, little_16(head, 28) & 0x3FFF);
  }
  if (has(head, 12, "VP8L") && byte_at(head, 20) == 0x2F) {
    const std::uint32_t bits = little_32(head, 21);
    return checked((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
  }
  if (has(head, 12, "VP8X")) return checked(little_24(head, 24) + 1, little_24(head, 27) + 1);
  return {};
}

ImageSize read_bmp(std::string_view head) {
  if (head.size() < 26) return {};
  if (little_32(head, 14) == 12) return checked(little_16(head, 18), little_16(head, 20));
  std::uint32_t height = little_32(head, 22);
  if (height > 0x7FFFFFFF) height = ~height + 1;  // Negative: the rows go from top to bottom.
  return checked(little_32(head, 18), height);
}

// The largest of its pictures, which is the one that browsers take.
ImageSize read_ico(std::string_view head) {
  ImageSize best;
  const std::size_t count = little_16(head, 4);
  for (std::size_t i = 0; i < count && 6 + 16 * (i + 1) <= head.size(); ++i) {
    const std::uint32_t width = byte_at(head, 6 + 16 * i);
    const std::uint32_t height = byte_at(head, 7 + 16 * i);
    const ImageSize size{width == 0 ? 256 : width, height == 0 ? 256 : height};
    if (size.width > best.width) best = size;
  }
  return best;
}

// True if the camera was held upright: what is stored as a row is a column. `exif` is a
// TIFF file in small; its tag 274 has the values 5 to 8 then.
bool is_turned(std::string_view exif) {
  const bool is_little = has(exif, 0, "II");
  if (!is_little && !has(exif, 0, "MM")) return false;
  const auto read_16 = [&](std::size_t i) {
    return is_little ? little_16(exif, i) : big_16(exif, i);
  };
  const auto read_32 = [&](std::size_t i) {
    return is_little ? little_32(exif, i) : big_32(exif, i);
  };
  const std::size_t directory = read_32(4);
  const std::size_t count = std::min<std::size_t>(read_16(directory), 256);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (entry + 12 > exif.size()) break;
    if (read_16(entry) != 274) continue;
    const std::uint32_t orientation = read_16(entry + 8);
    return orientation >= 5 && orientation <= 8;
  }
  return false;
}

class JpegReader {
 public:
  JpegReader(std::string head, const ReadBytes& read) : part_(std::move(head)), read_(read) {}

  ImageSize run() {
    bool turned = false;
    std::uint64_t at = 2;
    for (int segments = 0; segments < kMaxSegments; ++segments) {
      const std::string_view segment = part_at(at, 10);
      if (byte_at(segment, 0) != 0xFF) return {};
      const std::uint32_t marker = byte_at(segment, 1);
      if (marker == 0xFF) {  // Padding.
        ++at;
        continue;
      }
      const bool is_alone = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
      if (is_alone) {
        at += 2;
        continue;
      }
      if (marker == 0xD9 || marker == 0xDA || segment.size() < 4) return {};
      const std::uint32_t length = big_16(segment, 2);
      if (length < 2) return {};
      if (is_frame(marker)) {
        if (segment.size() < 9) return {};
        const ImageSize size = checked(big_16(segment, 7), big_16(segment, 5));
        return turned ? ImageSize{size.height, size.width} : size;
      }
      if (marker == 0xE1 && has(segment, 4, "Exif")) {
        const std::size_t wanted = std::min<std::size_t>(length + 2, kHeadBytes);
        const std::string_view exif = part_at(at, wanted).substr(0, wanted);
        turned = exif.size() > 10 && is_turned(exif.substr(10));
      }
      at += 2 + length;
    }
    return {};
  }

 private:
  // Photographs have about ten before their size.
  static constexpr int kMaxSegments = 100;

  static bool is_frame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  // What lies at `offset`: `count` bytes and perhaps more, fewer at the end of the file.
  std::string_view part_at(std::uint64_t offset, std::size_t count) {
    if (offset < begin_ || offset + count > begin_ + part_.size()) {
      // The head was a whole part, or else the file ends in it.
      if (begin_ == 0 && part_.size() < kHeadBytes) {
        return offset < part_.size() ? std::string_view(part_).substr(offset) : std::string_view();
      }
      begin_ = offset;
      part_ = read_(offset, std::max<std::size_t>(count, 512));
    }
    return std::string_view(part_).substr(static_cast<std::size_t>(offset - begin_));
  }

  std::string part_;
  std::uint64_t begin_ = 0;  // Where `part_` lies in the file.
  const ReadBytes& read_;
};

// A file of boxes: length, name, content. The sizes are in meta > iprp > ipco > ispe, one
// for each tile, preview and the picture itself, which is the largest. `irot` turns it.
class AvifReader {
 public:
  explicit AvifReader(std::string_view head) : head_(head) {}

  ImageSize run() {
    visit(0, head_.size(), 0);
    return is_turned_ ? ImageSize{best_.height, best_.width} : best_;
  }

 private:
  static constexpr int kMaxBoxes = 1'000;

  void visit(std::size_t begin, std::size_t end, int depth) {
    while (begin + 8 <= end && ++boxes_ <= kMaxBoxes) {
      const std::size_t length = big_32(head_, begin);
      // Half a list of sizes could lack the right one.
      if (length < 8 || length > end - begin) return;
      const std::size_t box_end = begin + length;
      const std::string_view name = head_.substr(begin + 4, 4);
      if (depth == 0 && name == "meta") visit(begin + 12, box_end, 1);
      if (depth == 1 && name == "iprp") visit(begin + 8, box_end, 2);
      if (depth == 2 && name == "ipco") visit(begin + 8, box_end, 3);
      if (depth == 3 && name == "ispe" && begin + 20 <= box_end) {
        const ImageSize size = checked(big_32(head_, begin + 12), big_32(head_, begin + 16));
        if (size.width > best_.width) best_ = size;
      }
      if (depth == 3 && name == "irot") is_turned_ = (byte_at(head_, begin + 8) & 1) != 0;
      begin = box_end;
    }
  }

  std::string_view head_;
  ImageSize best_;
  bool is_turned_ = false;
  int boxes_ = 0;
};

ImageSize read_avif(std::string_view head) { return AvifReader(head).run(); }

bool is_avif(std::string_view head) {
  return has(head, 4, "ftyp") && (has(head, 8, "avif") || has(head, 8, "avis") ||
                                  has(head, 8, "mif1") || has(head, 8, "miaf"));
}

bool may_be_svg(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  return trim_start(head).starts_with('<');
}

}  // namespace

bool has_image_extension(std::string_view path) {
  static constexpr std::string_view kExtensions[] = {".avif", ".bmp", ".gif", ".ico", ".jfif",
                                                     ".jpeg", ".jpg", ".png", ".svg", ".webp"};
  const std::string_view extension = extension_of(path);
  return std::ranges::any_of(
      kExtensions, [&](std::string_view known) { return equals_ignoring_case(extension, known); });
}

ImageSize read_image_size(const ReadBytes& read) {
  std::string head = read(0, kHeadBytes);
  if (head.starts_with("\x89PNG\r\n\x1A\n")) return read_png(head);
  if (head.starts_with("\xFF\xD8\xFF")) return JpegReader(std::move(head), read).run();
  if (head.starts_with("GIF87a") || head.starts_with("GIF89a")) return read_gif(head);
  if (head.starts_with("RIFF") && has(head, 8, "WEBP")) return read_webp(head);
  if (head.starts_with("BM")) return read_bmp(head);
  if (has(head, 0, std::string_view("\0\0\1\0", 4))) return read_ico(head);
  const auto read_longer = is_avif(head) ? read_avif : may_be_svg(head) ? read_svg_size : nullptr;
  if (read_longer == nullptr) return {};
  const ImageSize size = read_longer(head);
  if (size.is_known() || head.size() < kHeadBytes) return size;
  return read_longer(read(0, kMaxImageHeadBytes));
}

}  // namespace carnet
