#include "render/elements/choice.h"

#include <string>
#include <string_view>

#include "base/text.h"
#include "render/elements/elements.h"
#include "render/elements/parts.h"

namespace carnet {
namespace {

void add_options(const Node& list, PageRenderer& renderer) {
  for (const Node& child : list.children()) {
    if (child.is_element("option")) {
      renderer.choices()[attribute_value(child, "value")] = &child;
    } else {
      add_options(child, renderer);  // An `optgroup`.
    }
  }
}

// Without the comma that GitBook writes between choices.
std::string_view without_separator(std::string_view text) {
  text = trim(text);
  return text.ends_with(',') ? trim_end(text.substr(0, text.size() - 1)) : text;
}

}  // namespace

void add_choices(const TableParts& parts, PageRenderer& renderer) {
  for (const TableColumn& column : parts.columns) {
    if (column.header == nullptr) continue;
    if (const Node* select = find_child(*column.header, "select")) add_options(*select, renderer);
  }
}

void draw_span(const Node& node, PageRenderer& renderer) {
  const Attribute* option = find_attribute(node, "data-option");
  if (option == nullptr) return renderer.render_generic(node);
  const auto choice = renderer.choices().find(option->value);
  const bool is_known = choice != renderer.choices().end();
  const std::string_view label =
      is_known ? attribute_value(*choice->second, "label") : std::string_view();
  const std::string_view color =
      is_known ? attribute_value(*choice->second, "color") : std::string_view();
  const std::string written = to_plain_text(node);
  renderer.out() += "<span class=\"chip\"";
  if (!color.empty()) renderer.attribute("data-color", to_lower(color));
  renderer.out() += '>';
  renderer.text(label.empty() ? without_separator(written) : label);
  renderer.out() += "</span>";
  if (node.next != nullptr) renderer.out() += ' ';
}

}  // namespace carnet
