#include "render/meta_links.h"

#include <string_view>

#include "base/html_escape.h"
#include "render/page_view.h"
#include "site/space_words.h"

namespace carnet {
namespace {

// Where a link of the front matter leads, for a program that reads the page on the web; the
// link itself where the book does not say where it will live.
std::string address_of(const PageContext& context, const ResolvedLink& link) {
  switch (link.target) {
    case ResolvedLink::Target::Page: {
      std::string address = web_address(context.site, link.page->permalink);
      return address.empty() ? link.url : address;
    }
    case ResolvedLink::Target::File: {
      std::string address = web_address(context.site, context.site.assets[link.asset].permalink);
      return address.empty() ? link.url : address;
    }
    case ResolvedLink::Target::External: return link.url;
    case ResolvedLink::Target::Nothing: break;
  }
  return {};
}

}  // namespace

std::string canonical_url(const PageContext& context) {
  const std::uint32_t number = context.page.document->front_links.canonical;
  if (number != kNoNumber) {
    const ResolvedLink& link = context.links[number];
    const bool is_address =
        link.target == ResolvedLink::Target::External || context.site.config.url.is_written();
    if (is_address && link.target != ResolvedLink::Target::Nothing) {
      return address_of(context, link);
    }
  }
  return web_address(context.site, context.page.permalink);
}

std::string alternates_html(const PageContext& context) {
  std::string html;
  for (const std::uint32_t number : context.page.document->front_links.alternates) {
    if (number == kNoNumber) continue;
    const ResolvedLink& link = context.links[number];
    const std::string address = address_of(context, link);
    if (address.empty()) continue;
    if (!html.empty()) html += '\n';
    html += "<link rel=\"alternate\" href=\"" + escape_html(address) + "\"";
    if (link.page != nullptr) {
      html += " hreflang=\"" + escape_html(language_of(*link.page)) + "\"";
    }
    html += '>';
  }
  return html;
}

}  // namespace carnet
