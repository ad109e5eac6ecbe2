#include "render/elements/elements.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "render/elements/parts.h"

namespace carnet {
namespace {

// True if a `<pre>` holds nothing beside its `<code>`.
bool only_code(const Node& pre) {
  return std::all_of(pre.children().begin(), pre.children().end(), [](const Node& child) {
    return child.is_element("code") || (child.kind == NodeKind::Text && trim(child.text).empty());
  });
}

}  // namespace

// Code that GitBook wrote as HTML, because some of it is bold or linked.
void draw_pre(const Node& node, PageRenderer& renderer) {
  renderer.line();
  Value view = Value::object();
  const Node* code = find_child(node, "code");
  const std::string_view classes = attribute_value(node, "class");
  if (classes.starts_with("language-")) {
    view.set("language", to_lower(classes.substr(9, classes.find(' ') - 9)));
  }
  view.set("title", attribute_value(node, "data-title"));
  view.set("wrap", attribute_value(node, "data-overflow") == "wrap");
  view.set("wide", attribute_value(node, "data-full-width") == "true");
  view.set("expandable", attribute_value(node, "data-expandable") == "true");
  view.set("code", renderer.render_apart(code != nullptr && only_code(node) ? *code : node));
  renderer.render_template("blocks/code", view);
  renderer.line();
}

}  // namespace carnet
