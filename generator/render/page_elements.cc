// The elements of raw HTML on a page: what all of them have in common.

#include <algorithm>
#include <array>
#include <string_view>

#include "html/elements.h"
#include "render/elements/draw_element.h"
#include "render/elements/parts.h"
#include "render/page_renderer.h"

namespace carnet {
namespace {

// Attributes that go into the page as they are. All others were read by
// whoever draws the element, or mean nothing there.
constexpr std::array<std::string_view, 21> kPlainAttributes = {
    "title",    "lang",        "dir",  "colspan",    "rowspan",     "scope",    "start",
    "reversed", "type",        "open", "data-align", "data-valign", "controls", "loop",
    "muted",    "playsinline", "span", "cite",       "datetime",    "value",    "data-frame"};

bool is_plain(std::string_view name) {
  return std::find(kPlainAttributes.begin(), kPlainAttributes.end(), name) !=
         kPlainAttributes.end();
}

bool is_void(const Node& node) {
  const HtmlElement* element = find_element(node.text);
  return element != nullptr && element->is_void();
}

}  // namespace

void PageRenderer::render_attributes(const Node& node) {
  for (const Attribute& written : node.attributes) {
    if (is_plain(written.name)) {
      if (written.value.empty()) {
        out_.append(" ").append(written.name);
      } else {
        attribute(written.name, written.value);
      }
    }
  }
  if (node.is_element("div")) {
    if (attribute_value(node, "data-full-width") == "true") attribute("class", "wide");
    if (attribute_value(node, "data-with-frame") == "true") out_ += " data-frame";
  }
  if (has_class(node, "button")) {
    attribute("class", "button");
    attribute("data-style", has_class(node, "primary") ? "primary" : "secondary");
  }
}

void PageRenderer::render_generic(const Node& node) {
  const HtmlElement* element = find_element(node.text);
  const bool is_block = element != nullptr && element->is_block();
  if (is_block) line();
  out_.append("<").append(node.text);
  // Inside a heading the id belongs to the heading.
  if (!is_in_heading_) {
    if (const std::string_view id = id_of(node); !id.empty()) attribute("id", id);
  }
  render_attributes(node);
  out_ += '>';
  if (is_void(node)) return;
  render_children(node);
  out_.append("</").append(node.text).append(">");
  if (is_block) out_ += '\n';
}

void PageRenderer::render_element(const Node& node) {
  if (attribute_value(node, "data-full-width") == "true") note_wide();
  draw_element(node, *this);
}

}  // namespace carnet
