#include "render/tag_html.h"

#include "render/icon_html.h"

namespace carnet {

Value tag_view(std::string_view slug, const PageContext& context) {
  Value view = Value::object();
  view.set("slug", slug);
  const TagSetting* tag = context.page.book->config.find_tag(slug);
  view.set("label", tag == nullptr ? slug : std::string_view(tag->label));
  if (tag == nullptr) return view;
  view.set("color", tag->color).set("icon_html", icon_html(tag->icon.value));
  return view;
}

std::string tag_list_html(const std::vector<std::string_view>& slugs, const PageContext& context) {
  std::string html;
  const Template* found = context.theme.find_template("tag-list");
  if (slugs.empty() || found == nullptr) return html;
  Value::List tags;
  for (std::string_view slug : slugs) tags.push_back(tag_view(slug, context));
  Value view = Value::object();
  view.set("tags", std::move(tags));
  found->render(view, context.texts(), html);
  while (html.ends_with('\n')) html.pop_back();
  return html;
}

}  // namespace carnet
