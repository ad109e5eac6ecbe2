#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "render/date_text.h"
#include "render/tag_html.h"
#include "render/views/views.h"

namespace carnet {
namespace {

DateFormat format_of(const Node& updates) {
  const std::string_view format = attribute_value(updates, "format");
  if (format == "short") return DateFormat::Short;
  return format == "numeric" ? DateFormat::Numeric : DateFormat::Full;
}

// More than a reader would choose from.
constexpr std::size_t kMaxFilters = 50;

// All tags of the entries: those of tags.yaml in its order, then the others.
std::vector<std::string_view> tags_in(const Node& updates, const Config& config) {
  std::vector<std::string_view> used;
  std::set<std::string_view> seen;
  for (const Node& update : updates.children()) {
    for (std::string_view slug : split_list(attribute_value(update, "tags"))) {
      if (used.size() < kMaxFilters && seen.insert(slug).second) used.push_back(slug);
    }
  }
  const auto place = [&](std::string_view slug) {
    const TagSetting* tag = config.find_tag(slug);
    return tag == nullptr ? config.tags.size() : tag->order;
  };
  std::stable_sort(used.begin(), used.end(),
                   [&](std::string_view a, std::string_view b) { return place(a) < place(b); });
  return used;
}

std::string join(const std::vector<std::string_view>& slugs) {
  std::string list;
  for (std::string_view slug : slugs) list.append(list.empty() ? "" : ",").append(slug);
  return list;
}

}  // namespace

void view_updates(Value& view, const Node& block, PageRenderer& renderer) {
  const PageContext& context = renderer.context();
  const std::vector<std::string_view> tags = tags_in(block, context.page.book->config);
  const bool has_several = block.first_child != nullptr && block.first_child->next != nullptr;
  Value::List filters;
  if (has_several) {
    for (std::string_view slug : tags) filters.push_back(tag_view(slug, context));
  }
  const std::string& feed = context.page.feed_permalink;
  if (!feed.empty()) view.set("feed_url", context.url_of(feed));
  view.set("has_bar", !filters.empty() || !feed.empty());
  view.set("has_filters", !filters.empty());
  view.set("filters", std::move(filters));
  view.set("body", renderer.render_apart(block));
}

void view_update(Value& view, const Node& block, PageRenderer& renderer) {
  const PageContext& context = renderer.context();
  const std::string_view written = attribute_value(block, "date");
  if (const std::optional<Date> date = parse_date(written)) {
    view.set("datetime", to_iso(*date));
    view.set("date", date_text(*date, format_of(*block.parent), context.language));
  } else {
    view.set("date", written);
  }
  view.set("id", renderer.id_of(block));
  const std::vector<std::string_view> tags = split_list(attribute_value(block, "tags"));
  view.set("tags", join(tags)).set("tags_html", tag_list_html(tags, context));
  view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
