#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/icon_html.h"
#include "render/media.h"
#include "render/views/caption.h"
#include "render/views/embed_card.h"
#include "render/views/views.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

// The name of what `link` leads to, and what else the card can say of it.
std::string set_target(Value& view, const ResolvedLink& link, std::string_view written,
                       PageRenderer& renderer) {
  view.set("url", link.url);
  switch (link.target) {
    case ResolvedLink::Target::File: {
      const Asset& asset = renderer.context().site.assets[link.asset];
      const std::string_view name = file_name_of(asset.source_path);
      view.set("size", format_size(asset.size, renderer.context().language));
      view.set("media_html", native_player(playable_kind(name), link.url, name));
      return std::string(name);
    }
    case ResolvedLink::Target::External: {
      std::string name = web_file_name(link.url);
      if (name.empty()) name = web_title(link.url).title;
      view.set("host", host_of(link.url));
      const std::string origin = origin_of(link.url);
      if (const std::string_view kind = playable_kind(name); !kind.empty() && !origin.empty()) {
        renderer.needs().media_origins.insert(origin);
        view.set("media", kind).set("receiver", host_of(link.url));
      }
      return name;
    }
    case ResolvedLink::Target::Page: return std::string(file_name_of(link.page->source_path));
    case ResolvedLink::Target::Nothing: break;
  }
  view.set("broken", true);
  return decode_percent(file_name_of(split_url(written).path));
}

// "PDF", in capitals; what is longer is no type but part of a name.
std::string type_of(std::string_view name) {
  constexpr std::size_t kLongestType = 6;
  std::string type(extension_of(name));
  if (type.size() < 2 || type.size() > kLongestType + 1) return {};
  type.erase(0, 1);
  for (char& c : type) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return type;
}

}  // namespace

void view_file(Value& view, const Node& block, PageRenderer& renderer) {
  std::string name;
  if (block.number == kNoNumber) {
    view.set("broken", true);
  } else {
    name = set_target(view, renderer.link_of(block), attribute_value(block, "src"), renderer);
  }
  view.set("name", name).set("extension", type_of(name));
  view.set("icon_html", icon_html(file_icon(name)));
  view.set("caption", caption_of(block, renderer));
}

}  // namespace carnet
