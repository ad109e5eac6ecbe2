#include "render/views/views.h"

#include <string>
#include <string_view>

#include "base/path.h"
#include "base/url.h"
#include "render/views/caption.h"
#include "render/views/short_address.h"

namespace carnet {

void view_embed(Value& view, const Node& block, PageRenderer& renderer) {
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  const std::string_view written = attribute_value(block, "url");
  if (block.number != kNoNumber) {
    const ResolvedLink& link = renderer.link_of(block);
    view.set("url", link.url);
    switch (link.target) {
      case ResolvedLink::Target::External:
        view.set("host", host_of(link.url)).set("title", short_address(written));
        break;
      case ResolvedLink::Target::Page:
        view.set("title", split_name(renderer.title_of_target(link)).words);
        break;
      case ResolvedLink::Target::File:
        view.set("title", file_name_of(renderer.context().site.assets[link.asset].source_path));
        break;
      case ResolvedLink::Target::Nothing: view.set("broken", true).set("title", written); break;
    }
  } else {
    view.set("broken", true);
  }
  view.set("caption", caption_of(block, renderer));
}

}  // namespace carnet
