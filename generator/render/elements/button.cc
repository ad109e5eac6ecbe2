#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "render/icon_html.h"
#include "render/search_files.h"

namespace carnet {

// Opens the search (themes/default/js/search.js), and so does what would ask GitBook's assistant.
// In a book without a search nothing can be pressed: the label stays.
void draw_button(const Node& node, PageRenderer& renderer) {
  const std::string_view action = attribute_value(node, "data-action");
  const bool opens = (action == "search" || action == "ask") && !renderer.is_in_link() &&
                     has_search(*renderer.context().page.book);
  renderer.out() += opens ? "<button type=\"button\" class=\"button\"" : "<span class=\"button\"";
  renderer.attribute("data-style", has_class(node, "primary") ? "primary" : "secondary");
  for (std::string_view name : {"data-action", "data-query"}) {
    const std::string_view value = attribute_value(node, name);
    if (!value.empty()) renderer.attribute(name, value);
  }
  renderer.out() += '>';
  renderer.out() += icon_html(attribute_value(node, "data-icon"));
  renderer.inside_link([&] { renderer.render_children(node); });
  renderer.out() += opens ? "</button>" : "</span>";
}

}  // namespace carnet
