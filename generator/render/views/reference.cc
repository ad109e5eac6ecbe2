#include "render/views/views.h"

#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/icon_html.h"
#include "render/media.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

const Attribute* find_link_attribute(const Node& block) {
  for (const Attribute& attribute : block.attributes) {
    const AttributeSpec* spec = find_attribute(*block.block, attribute.name);
    switch (spec == nullptr ? AttributeSpec::Type::Text : spec->type) {
      case AttributeSpec::Type::PageLink:
      case AttributeSpec::Type::FileLink:
      case AttributeSpec::Type::WebLink: return &attribute;
      default: break;
    }
  }
  return nullptr;
}

// GitBook's fallback often repeats the address, which is no name.
bool is_name(std::string_view words) {
  return !words.empty() && words != "." && scheme_of(words).empty();
}

void set_page(Value& view, const ResolvedLink& link, const PageRenderer& renderer) {
  const Page& page = *link.page;
  const DisplayName name = split_name(renderer.title_of_target(link));
  const DisplayName page_name = split_name(page.label);
  const std::string_view emoji = name.emoji.empty() ? page_name.emoji : name.emoji;
  view.set("title", name.words).set("emoji", emoji);
  if (emoji.empty()) view.set("icon_html", icon_html(page.document->front_matter.icon.value));
  if (link.heading == nullptr) {
    view.set("description", page.description);
  } else if (&page != &renderer.context().page) {
    view.set("description", page_name.words);
  }
}

// A card: where it leads and what is known of that place.
void set_link(Value& view, const Node& block, std::string_view written,
              const PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(block);
  const std::string fallback(trim(to_plain_text(block)));
  view.set("url", link.url);
  switch (link.target) {
    case ResolvedLink::Target::Page: return set_page(view, link, renderer);
    case ResolvedLink::Target::File: {
      const std::string& path = renderer.context().site.assets[link.asset].source_path;
      view.set("title", file_name_of(path)).set("icon_html", icon_html(file_icon(path)));
      break;
    }
    case ResolvedLink::Target::External: {
      const WebTitle named = web_title(written);
      view.set("external", true).set("host", named.place);
      view.set("title", is_name(fallback) ? fallback : named.title);
      break;
    }
    case ResolvedLink::Target::Nothing: {
      view.set("broken", true);
      const bool is_web = !scheme_of(written).empty();
      view.set("title", is_name(fallback) ? fallback
                        : is_web          ? web_title(written).title
                                          : std::string(written));
      break;
    }
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
