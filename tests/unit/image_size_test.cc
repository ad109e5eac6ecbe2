#include "base/image_size.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace carnet {
namespace {

using namespace std::string_view_literals;

std::string text_of(ImageSize size) {
  return size.is_known() ? std::to_string(size.width) + "x" + std::to_string(size.height) : "none";
}

ImageSize size_of(const std::string& file, int* calls = nullptr) {
  return read_image_size([&](std::uint64_t offset, std::size_t count) {
    if (calls != nullptr) ++*calls;
    return offset < file.size() ? file.substr(static_cast<std::size_t>(offset), count)
                                : std::string();
  });
}

// The size of a file, and that of all shorter files that begin like it: at most that one.
void check(std::string_view file, std::string_view expected) {
  const ImageSize size = size_of(std::string(file));
  CHECK(text_of(size) == expected);
  for (std::size_t length = 0; length < file.size(); ++length) {
    const ImageSize cut = size_of(std::string(file.substr(0, length)));
    CHECK((!cut.is_known() || cut == size));
  }
}

std::string big_16(std::size_t value) {
  return {static_cast<char>(value >> 8 & 0xFF), static_cast<char>(value & 0xFF)};
}
std::string big_32(std::size_t value) { return big_16(value >> 16) + big_16(value); }

std::string segment(char marker, std::string content) {
  return std::string("\xFF") + marker + big_16(content.size() + 2) + std::move(content);
}
std::string jpeg(const std::string& before) {
  return "\xFF\xD8" + before +
         segment('\xC2', "\x08" + big_16(480) + big_16(640) + std::string("\x03\x01\x11\x00", 4));
}
std::string exif(std::string_view tiff) {
  return segment('\xE1', std::string("Exif\0\0", 6) + std::string(tiff));
}

std::string box(std::string_view name, const std::string& content) {
  return big_32(content.size() + 8) + std::string(name) + content;
}
std::string ispe(std::size_t width, std::size_t height) {
  return box("ispe", big_32(0) + big_32(width) + big_32(height));
}
std::string avif(const std::string& properties) {
  return box("ftyp", "avif" + big_32(0)) +
         box("meta", big_32(0) + box("hdlr", "pict") + box("iprp", box("ipco", properties)));
}

}  // namespace

TEST_SUITE("image_size") {
  TEST_CASE("PNG") {
    check("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x06\0\0\0"sv, "640x480");
    check("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\x01\xE0\x08\x06\0\0\0"sv, "none");
    check("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\xFF\xFF\xFF\xFF\0\0\x01\xE0\x08\x06\0\0\0"sv, "none");
  }

  TEST_CASE("GIF") {
    check("GIF89a\x40\x01\xC8\0\0\0\0"sv, "320x200");
    check("GIF87a\x01\0\x01\0\0\0\0"sv, "1x1");
  }

  TEST_CASE("WebP: lossy, lossless, extended") {
    check("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\x10\0\0\x9D\x01\x2A\x80\x42\xE0\x01"sv, "640x480");
    check("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x7F\xC2\x77\0\0\0\0\0\0"sv, "640x480");
    check("RIFF\0\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0"sv, "640x480");
    check("RIFF\0\0\0\0WAVEfmt \0\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0"sv, "none");
  }

  TEST_CASE("BMP, also upside down and very old; ICO") {
    check("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x80\x02\0\0\xE0\x01\0\0"sv, "640x480");
    check("BM\0\0\0\0\0\0\0\0\0\0\0\0\x28\0\0\0\x80\x02\0\0\x20\xFE\xFF\xFF"sv, "640x480");
    check("BM\0\0\0\0\0\0\0\0\0\0\0\0\x0C\0\0\0\x80\x02\xE0\x01\0\0\0\0"sv, "640x480");
    const std::string entry(14, '\0');
    CHECK(text_of(size_of(std::string("\0\0\1\0\2\0", 6) + "\x10\x10" + entry +
                          std::string("\0\0", 2) + entry)) == "256x256");
  }

  TEST_CASE("JPEG: segments are skipped, and a camera's turn is undone") {
    check(jpeg(""), "640x480");
    check(jpeg(segment('\xE0', "JFIF") + "\xFF\xFF" + segment('\xFE', "comment")), "640x480");
    check(jpeg(exif("II\x2A\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"sv)), "480x640");
    check(jpeg(exif("MM\0\x2A\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\x08\0\0"sv)), "480x640");
    check(jpeg(exif("MM\0\x2A\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\3\0\0"sv)), "640x480");
    CHECK(text_of(size_of(jpeg(exif("II\x2A\0\xFF\xFF\xFF\xFF"sv)))) == "640x480");
    CHECK(text_of(size_of(std::string("\xFF\xD8\xFF\xDA\0\x08"sv))) == "none");
  }

  TEST_CASE("JPEG: previews before the size are not read") {
    std::string before;
    for (int i = 0; i < 20; ++i) before += segment('\xE2', std::string(60'000, 'x'));
    int calls = 0;
    CHECK(text_of(size_of(jpeg(before), &calls)) == "640x480");
    CHECK(calls < 30);
  }

  TEST_CASE("JPEG: a file of nothing but tiny segments ends") {
    std::string file = "\xFF\xD8";
    for (int i = 0; i < 100'000; ++i) file += segment('\xE2', "");
    int calls = 0;
    CHECK(text_of(size_of(file, &calls)) == "none");
    CHECK(calls <= 101);
    CHECK(text_of(size_of("\xFF\xD8" + std::string(1 << 20, '\xFF'))) == "none");
  }

  TEST_CASE("AVIF: the picture is the largest; tiles and previews are not") {
    check(avif(ispe(640, 480)), "640x480");
    check(avif(ispe(512, 512) + ispe(2000, 1500) + ispe(160, 120)), "2000x1500");
    check(avif(ispe(640, 480) + box("irot", "\1")), "480x640");
    check(box("ftyp", "mp42" + big_32(0)) + box("meta", big_32(0)), "none");
    check(box("ftyp", "avif" + big_32(0)) + big_32(0) + "meta", "none");
    check(box("ftyp", "avif" + big_32(0)) + big_32(0xFFFFFFFF) + "meta" + ispe(4, 5), "none");
  }

  TEST_CASE("SVG: width and height, in any unit") {
    CHECK(text_of(read_svg_size(R"(<svg width="120" height="60">)")) == "120x60");
    CHECK(text_of(read_svg_size("<svg\n height = '60px'\n width='120.4px' />")) == "120x60");
    CHECK(text_of(read_svg_size(R"(<svg width="3in" height="72pt">)")) == "288x96");
    CHECK(text_of(read_svg_size(R"(<svg width="2.54cm" height="25.4mm">)")) == "96x96");
    CHECK(text_of(read_svg_size(R"(<svg:svg xmlns:svg="x" width="1em" height="2ex">)")) == "16x16");
  }

  TEST_CASE("SVG: the viewBox stands in for what is missing") {
    CHECK(text_of(read_svg_size(R"(<svg viewBox="0 0 24 12">)")) == "24x12");
    CHECK(text_of(read_svg_size(R"(<svg viewBox="-0.5,-0.5,121,61" width="100%">)")) == "121x61");
    CHECK(text_of(read_svg_size(R"(<svg viewBox="0 0 200 100" width="50">)")) == "50x25");
    CHECK(text_of(read_svg_size(R"(<svg viewBox="0 0 200 100" height="50">)")) == "100x50");
    CHECK(text_of(read_svg_size(R"(<svg viewBox="0 0 0 100">)")) == "none");
    CHECK(text_of(read_svg_size(R"(<svg viewBox="0 0 24">)")) == "none");
    CHECK(text_of(read_svg_size(R"(<svg width="100%" height="auto">)")) == "none");
    CHECK(text_of(read_svg_size(R"(<svg width="1e9" height="99999999999999999999">)")) == "none");
  }

  TEST_CASE("SVG: what stands before and around does not matter") {
    CHECK(text_of(read_svg_size("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<!-- <svg width='1'> -->\n"
                                "<!DOCTYPE svg [ <!ENTITY a \"b\"> ]>\n"
                                "<svg data=\"a > b width='9'\" width='4' height='5'>")) == "4x5");
    CHECK(text_of(read_svg_size("<svgx width='4' height='5'>")) == "none");
    CHECK(text_of(read_svg_size("<p>An <svg width='4' height='5'></p>")) == "none");
    CHECK(text_of(read_svg_size("<!-- never closed <svg width='4' height='5'>")) == "none");
    CHECK(text_of(read_svg_size("<svg = / width '4' ==\"5\" height='5")) == "none");
  }

  TEST_CASE("SVG: an editor's own data may stand before the size") {
    const std::string file =
        "<svg content=\"" + std::string(20'000, 'x') + "\" width=\"4\" height=\"5\">";
    CHECK(text_of(size_of(file)) == "4x5");
  }

  TEST_CASE("anything else has no size") {
    check("", "none");
    check("version https://git-lfs.github.com/spec/v1", "none");
    check("<!DOCTYPE html><html></html>", "none");
    check(std::string(5000, '\0'), "none");
    check(std::string(5000, '<').substr(0, 40), "none");
  }

  TEST_CASE("only files that look like pictures are opened") {
    CHECK(has_image_extension("a/b.png"));
    CHECK(has_image_extension("a/B.JPG"));
    CHECK(!has_image_extension("a/b.pdf"));
    CHECK(!has_image_extension("png"));
  }
}

}  // namespace carnet
