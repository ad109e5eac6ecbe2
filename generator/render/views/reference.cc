#include "render/views/views.h"

#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/views/short_address.h"

namespace carnet {
namespace {

const Attribute* find_link_attribute(const Node& block) {
  for (const Attribute& attribute : block.attributes) {
    switch (find_attribute(*block.block, attribute.name)->type) {
      case AttributeSpec::Type::PageLink:
      case AttributeSpec::Type::FileLink:
      case AttributeSpec::Type::WebLink: return &attribute;
      default: break;
    }
  }
  return nullptr;
}

// A card: where it leads and what is known of that place.
void set_link(Value& view, const Node& block, std::string_view written,
              const PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(block);
  const std::string fallback(trim(to_plain_text(block)));
  view.set("url", link.url);
  switch (link.target) {
    case ResolvedLink::Target::Page: {
      const DisplayName name = split_name(renderer.title_of_target(link));
      view.set("title", name.words).set("emoji", name.emoji);
      if (link.heading == nullptr) view.set("description", link.page->description);
      break;
    }
    case ResolvedLink::Target::File:
      view.set("title", file_name_of(renderer.context().site.assets[link.asset].source_path));
      break;
    case ResolvedLink::Target::External: {
      const bool is_named = !fallback.empty() && scheme_of(fallback).empty();
      view.set("external", true).set("host", host_of(link.url));
      view.set("title", is_named ? std::string_view(fallback) : short_address(written));
      break;
    }
    case ResolvedLink::Target::Nothing:
      view.set("broken", true);
      view.set("title", fallback.empty() ? written : std::string_view(fallback));
      break;
  }
}

}  // namespace

void view_reference(Value& view, const Node& block, PageRenderer& renderer) {
  const Attribute* link = find_link_attribute(block);
  if (link != nullptr && block.number != kNoNumber) {
    set_link(view, block, link->value, renderer);
  } else {
    view.set("broken", true).set("title", std::string(trim(to_plain_text(block))));
  }
}

}  // namespace carnet
