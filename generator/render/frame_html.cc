#include "render/frame_html.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "render/icon_html.h"
#include "render/page_renderer.h"

namespace carnet {
namespace {

// Stands where the root of the site belongs. No text holds it: browsers take it for nothing.
constexpr std::string_view kRootMark = "\x01";

bool is_in_site(const ResolvedLink& link) {
  return link.target == ResolvedLink::Target::Page || link.target == ResolvedLink::Target::File;
}

std::string draw(const Site& site, const FrameText& text, const Theme& theme,
                 const Highlighter& highlighter, PageNeeds& needs) {
  std::string html;
  if (text.document == nullptr) return html;
  PageLinks links = text.links;
  for (ResolvedLink& link : links) {
    if (is_in_site(link)) link.url.insert(0, kRootMark);
  }
  const PageFormulas formulas(text.document->formulas.size());
  const PageContext context = context_of(site, *text.page, links, formulas, theme, highlighter);
  PageRenderer renderer(context, html);
  renderer.render_content();
  needs.merge(renderer.needs());
  return html;
}

Value link_view(const FrameLink& link, std::string_view root) {
  Value view = Value::object();
  view.set("title", link.title).set("icon_html", icon_html(link.icon));
  if (link.target.target != ResolvedLink::Target::Nothing) {
    view.set("url",
             (is_in_site(link.target) ? std::string(root) : std::string()) + link.target.url);
  }
  return view;
}

Value::List link_list(const std::vector<FrameLink>& links, std::string_view root) {
  Value::List list;
  for (const FrameLink& link : links) {
    if (link.links.empty()) list.push_back(link_view(link, root));
  }
  return list;
}

}  // namespace

FrameHtml::FrameHtml(const Site& site, const BookFrame& frame, std::string_view banner_style,
                     const Theme& theme, const Highlighter& highlighter)
    : frame_(frame),
      banner_style_(banner_style),
      banner_(draw(site, frame.banner, theme, highlighter, needs_)),
      footer_(draw(site, frame.footer, theme, highlighter, needs_)) {
  if (!banner_.empty()) needs_.drawn.emplace("banner");
  if (!footer_.empty() || !frame.footer_links.empty()) needs_.drawn.emplace("footer");
  if (!frame.links.empty()) needs_.drawn.emplace("links");
}

void FrameHtml::add_to(Value& view, std::string_view root) const {
  if (!banner_.empty()) {
    view.set("banner_html", replace_all(banner_, kRootMark, root))
        .set("banner_style", banner_style_);
  }
  view.set("footer_html", replace_all(footer_, kRootMark, root));
  if (!frame_.links.empty()) {
    view.set("has_links", true).set("links", link_list(frame_.links, root));
  }
  if (frame_.footer_links.empty()) return;
  Value::List loose = link_list(frame_.footer_links, root);
  view.set("has_footer_links", !loose.empty());
  view.set("footer_links", std::move(loose));
  Value::List groups;
  for (const FrameLink& link : frame_.footer_links) {
    if (link.links.empty()) continue;
    Value group = Value::object();
    group.set("title", link.title).set("links", link_list(link.links, root));
    groups.push_back(std::move(group));
  }
  view.set("has_footer_groups", !groups.empty());
  view.set("footer_groups", std::move(groups));
}

}  // namespace carnet
