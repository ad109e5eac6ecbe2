#include "render/media.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "base/path.h"
#include "base/text.h"

namespace carnet {
namespace {

struct Family {
  std::string_view extensions;  // A space around each.
  std::string_view icon;
  MediaKind kind = MediaKind::None;
};

constexpr Family kFamilies[] = {
    {" .avif .bmp .gif .ico .jpeg .jpg .png .svg .webp ", "regular file-image", MediaKind::Image},
    {" .m4v .mov .mp4 .ogv .webm ", "regular file-video", MediaKind::Video},
    {" .avi .mkv .mpeg .mpg .wmv ", "regular file-video"},
    {" .aac .flac .m4a .mp3 .oga .ogg .opus .wav ", "regular file-audio", MediaKind::Audio},
    {" .mid .midi .wma ", "regular file-audio"},
    {" .eps .heic .psd .tif .tiff ", "regular file-image"},
    {" .pdf ", "regular file-pdf"},
    {" .doc .docx .dot .dotx .odt .ott .pages .rtf ", "regular file-word"},
    {" .csv .fods .numbers .ods .tsv .xls .xlsm .xlsx .xltx ", "regular file-excel"},
    {" .key .odp .pps .ppsx .ppt .pptx .potx ", "regular file-powerpoint"},
    {" .7z .bz2 .gz .iso .jar .rar .tar .tgz .xz .zip ", "regular file-zipper"},
    {" .c .cc .cpp .cs .css .go .h .html .java .js .json .jsx .php .py .rb .rs .sh .sql .ts .tsx "
     ".xml .yaml .yml ",
     "regular file-code"},
    {" .log .md .tex .txt ", "regular file-lines"},
};

const Family* find_family(std::string_view name) {
  const std::string extension = to_lower(extension_of(name));
  if (extension.empty()) return nullptr;
  const std::string wanted = " " + extension + " ";
  const auto* found =
      std::find_if(std::begin(kFamilies), std::end(kFamilies), [&](const Family& family) {
        return family.extensions.find(wanted) != std::string_view::npos;
      });
  return found == std::end(kFamilies) ? nullptr : found;
}

}  // namespace

MediaKind media_kind(std::string_view name) {
  const Family* family = find_family(name);
  return family == nullptr ? MediaKind::None : family->kind;
}

std::string_view file_icon(std::string_view name) {
  const Family* family = find_family(name);
  return family == nullptr ? std::string_view("regular file") : family->icon;
}

}  // namespace carnet
