// How the elements of raw HTML are drawn on a page.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/url.h"
#include "html/elements.h"
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

bool has_class(const Node& node, std::string_view wanted) {
  const std::string_view classes = attribute_value(node, "class");
  for (std::string_view name : split(classes, ' ')) {
    if (name == wanted) return true;
  }
  return false;
}

// `<i class="fa-house">:house:</i>`: a picture, whose text stands in for it only
// where there are no pictures.
bool is_icon(const Node& node) {
  return node.is_element("i") &&
         attribute_value(node, "class").find("fa-") != std::string_view::npos;
}

bool is_void(const Node& node) {
  const HtmlElement* element = find_element(node.text);
  return element != nullptr && element->is_void();
}

const Node* find_child(const Node& node, std::string_view name) {
  for (const Node& child : node.children()) {
    if (child.is_element(name)) return &child;
  }
  return nullptr;
}

bool says_nothing(const Node& node) {
  return node.first_child == nullptr || trim(to_plain_text(node)).empty();
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
  const std::string_view name = node.text;
  if (name == "a") return render_anchor_element(node);
  if (name == "img") {
    if (node.number == kNoNumber) return text(attribute_value(node, "alt"));
    return render_picture(link_of(node), context_.page.document->links[node.number].destination,
                          {.alt = attribute_value(node, "alt"),
                           .width = attribute_value(node, "width"),
                           .height = attribute_value(node, "height"),
                           .size = attribute_value(node, "data-size")});
  }
  if (name == "picture") return render_picture_element(node);
  if (is_icon(node) || name == "select" || name == "source") return;
  if (name == "mark") return render_mark(node);
  if (name == "pre") return render_pre(node);
  if (name == "figcaption" && says_nothing(node)) return;
  if (name == "p" && node.first_child == nullptr && id_of(node).empty()) return;
  if (name == "table") {
    line();
    out_ += "<div class=\"table\">";
    render_generic(node);
    out_ += "</div>\n";
    return;
  }
  if (name == "details") {
    line();
    out_ += "<details class=\"fold\"";
    const Node* summary = find_child(node, "summary");
    std::string_view id = id_of(node);
    if (id.empty() && summary != nullptr) id = id_of(*summary);
    if (!id.empty()) attribute("id", id);
    render_attributes(node);
    out_ += '>';
    render_children(node);
    out_ += "</details>\n";
    return;
  }
  if (name == "summary") {
    out_ += "<summary>";
    render_children(node);
    out_ += "</summary>\n";
    return;
  }
  if (name == "iframe" || name == "video" || name == "audio") {
    if (node.number == kNoNumber) return render_children(node);
    const ResolvedLink& link = link_of(node);
    if (name == "iframe" || link.target != ResolvedLink::Target::File) {
      Value view = Value::object();
      view.set("url", link.url).set("host", host_of(link.url));
      view.set("title", context_.page.document->links[node.number].destination);
      return render_template("blocks/embed", view);
    }
    out_.append("<").append(name);
    attribute("src", link.url);
    out_.append(" controls></").append(name).append(">");
    return;
  }
  if (name == "button") {
    out_ += "<span class=\"button\"";
    attribute("data-style", has_class(node, "primary") ? "primary" : "secondary");
    out_ += '>';
    render_children(node);
    out_ += "</span>";
    return;
  }
  render_generic(node);
}

void PageRenderer::render_anchor_element(const Node& node) {
  if (node.number != kNoNumber) {
    const Link& link = context_.page.document->links[node.number];
    return render_linked(node, link_of(node), link.destination);
  }
  if (is_in_heading_) return render_children(node);
  const std::string_view id = id_of(node);
  if (id.empty() && !has_class(node, "button")) return render_children(node);
  out_ += "<a";
  if (!id.empty()) attribute("id", id);
  render_attributes(node);
  out_ += '>';
  render_children(node);
  out_ += "</a>";
}

// `<picture>`: one image for light pages and one for dark ones. The theme's
// switch decides, not the system alone, so both are there.
void PageRenderer::render_picture_element(const Node& node) {
  const Node* image = find_child(node, "img");
  if (image == nullptr) return render_children(node);
  const Node* dark = nullptr;
  for (const Node& child : node.children()) {
    if (child.is_element("source") && child.number != kNoNumber &&
        attribute_value(child, "media").find("dark") != std::string_view::npos) {
      dark = &child;
    }
  }
  const bool has_both = dark != nullptr && link_of(*dark).target == ResolvedLink::Target::File &&
                        link_of(*image).target == ResolvedLink::Target::File;
  const std::size_t begin = out_.size();
  render(*image);
  if (!has_both) return;
  const std::size_t tag = out_.find("<img", begin);
  out_.insert(tag + 4, " class=\"only-light\"");
  const std::size_t dark_begin = out_.size();
  render_picture(link_of(*dark), {},
                 {.alt = attribute_value(*image, "alt"),
                  .width = attribute_value(*image, "width"),
                  .height = attribute_value(*image, "height"),
                  .size = attribute_value(*image, "data-size")});
  out_.insert(out_.find("<img", dark_begin) + 4, " class=\"only-dark\"");
}

void PageRenderer::render_mark(const Node& node) {
  const std::string_view ink = attribute_value(node, "data-color");
  const std::string_view background = attribute_value(node, "data-background");
  const bool is_marked = !background.empty() || ink.empty();
  if (is_marked) {
    out_ += "<mark";
    if (!background.empty()) attribute("data-color", background);
    out_ += '>';
  }
  if (!ink.empty()) {
    out_ += "<span";
    attribute("data-ink", ink);
    out_ += '>';
  }
  render_children(node);
  if (!ink.empty()) out_ += "</span>";
  if (is_marked) out_ += "</mark>";
}

// Code that GitBook wrote as HTML, because some of it is bold or linked.
void PageRenderer::render_pre(const Node& node) {
  line();
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
  view.set("code", render_apart(code != nullptr && only_code(node) ? *code : node));
  render_template("blocks/code", view);
  line();
}

// True if a `<pre>` holds nothing beside its `<code>`.
bool PageRenderer::only_code(const Node& pre) {
  return std::all_of(pre.children().begin(), pre.children().end(), [](const Node& child) {
    return child.is_element("code") || (child.kind == NodeKind::Text && trim(child.text).empty());
  });
}

}  // namespace carnet
