#include "render/views/views.h"

#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/views/caption.h"

namespace carnet {

void view_file(Value& view, const Node& block, PageRenderer& renderer) {
  const std::string_view source = attribute_value(block, "src");
  std::string name = decode_percent(file_name_of(split_url(source).path));
  if (block.number == kNoNumber) {
    view.set("broken", true);
  } else {
    const ResolvedLink& link = renderer.link_of(block);
    view.set("url", link.url);
    view.set("broken", link.target == ResolvedLink::Target::Nothing);
    if (link.target == ResolvedLink::Target::File) {
      const Asset& asset = renderer.context().site.assets[link.asset];
      name = file_name_of(asset.source_path);
      view.set("size", format_size(asset.size, renderer.context().language));
    }
  }
  std::string extension = to_lower(extension_of(name));
  if (!extension.empty()) extension.erase(0, 1);
  for (char& c : extension) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  view.set("name", name).set("extension", extension);
  view.set("caption", caption_of(block, renderer));
}

}  // namespace carnet
