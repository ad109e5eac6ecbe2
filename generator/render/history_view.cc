#include "render/history_view.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "render/date_text.h"

namespace carnet {
namespace {

// With one name more, "and 1 other" would be as long as that name.
constexpr std::size_t kMaxNames = 4;

struct PageHistory {
  std::optional<std::int64_t> changed;
  std::vector<std::string> contributors;
};

PageHistory history_of(const PageContext& context) {
  PageHistory page;
  const auto add = [&](std::string_view path) {
    const FileHistory* file = context.history->find(path);
    if (file == nullptr) return;
    page.changed = std::max(page.changed, std::optional(file->changed));
    for (const std::string& name : file->contributors) {
      if (std::find(page.contributors.begin(), page.contributors.end(), name) ==
          page.contributors.end()) {
        page.contributors.push_back(name);
      }
    }
  };
  add(context.page.source_path);
  for (const Origin& origin : context.page.document->origins().subspan(1)) add(origin.path);
  return page;
}

// "Ada, Bob, Cid and 3 others", in the words of the page's language.
std::string list_of(const std::vector<std::string>& names, const PageContext& context) {
  const std::size_t shown = names.size() > kMaxNames ? kMaxNames - 1 : names.size();
  std::string list;
  for (std::size_t i = 0; i < shown; ++i) list += (i == 0 ? "" : ", ") + names[i];
  if (shown == names.size()) return list;
  std::string more(context.word("contributors_more"));
  more = replace_all(std::move(more), "{count}", std::to_string(names.size() - shown));
  return replace_all(std::move(more), "{names}", list);
}

}  // namespace

void set_history(Value& view, const PageContext& context) {
  if (context.history == nullptr || !context.page.document->front_matter.layout.metadata) return;
  const PageHistory page = history_of(context);
  if (!page.changed) return;
  std::optional<Date> date = date_at(*page.changed);
  if (date) {
    date->has_time = false;
    Value updated = Value::object();
    updated.set("date", to_iso(*date));
    updated.set("label", date_text(*date, DateFormat::Full, context.language));
    view.set("updated", std::move(updated));
  }
  if (!page.contributors.empty()) {
    view.set("contributors", replace_all(std::string(context.word("contributors")), "{names}",
                                         list_of(page.contributors, context)));
  }
}

}  // namespace carnet
