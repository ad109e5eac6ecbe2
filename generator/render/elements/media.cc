#include <algorithm>
#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "render/elements/elements.h"
#include "render/elements/parts.h"
#include "render/views/embed_card.h"

namespace carnet {
namespace {

bool is_source(const Node& node) { return node.is_element("source") && node.number != kNoNumber; }

// The element, or the first `<source>` in it, that says where the film is; or nullptr.
const Node* find_source(const Node& node) {
  if (node.number != kNoNumber) return &node;
  for (const Node& child : node.children()) {
    if (is_source(child)) return &child;
  }
  return nullptr;
}

// The picture of a film, if that is a file of the book: nothing is asked of other sites.
void draw_poster(const Node& film, PageRenderer& renderer) {
  const auto& posters = renderer.context().page.document->posters;
  const auto poster = posters.find(&film);
  if (poster == posters.end()) return;
  const ResolvedLink& link = renderer.context().links[poster->second];
  if (link.target == ResolvedLink::Target::File) renderer.attribute("poster", link.url);
}

// Several files of one film, of which a browser takes the first that it can play.
void draw_sources(const Node& node, PageRenderer& renderer) {
  for (const Node& child : node.children()) {
    if (!is_source(child)) continue;
    const ResolvedLink& link = renderer.link_of(child);
    if (link.target != ResolvedLink::Target::File) continue;
    renderer.out() += "<source";
    renderer.attribute("src", link.url);
    if (const std::string_view type = attribute_value(child, "type"); !type.empty()) {
      renderer.attribute("type", type);
    }
    renderer.out() += '>';
  }
}

// A player of the browser itself, for a file of the book.
void draw_player(const Node& node, const Node& source, PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(source);
  const std::string& path = renderer.context().site.assets[link.asset].source_path;
  const std::string_view title = attribute_value(node, "title");
  const bool has_sources = &source != &node;
  renderer.out().append("<").append(node.text);
  if (!has_sources) renderer.attribute("src", link.url);
  draw_poster(node, renderer);
  renderer.attribute("aria-label", title.empty() ? file_name_of(path) : title);
  for (std::string_view name : {"loop", "muted", "playsinline"}) {
    if (find_attribute(node, name) != nullptr) renderer.out().append(" ").append(name);
  }
  renderer.out() += " controls preload=\"metadata\">";
  if (has_sources) draw_sources(node, renderer);
  renderer.render_children(node);  // For browsers that play nothing.
  renderer.out().append("</").append(node.text).append(">");
}

std::string_view title_of(const Value& view, std::string_view otherwise) {
  const Value* title = view.find("title");
  return title == nullptr ? otherwise : std::string_view(*title->text());
}

// Whether only a line of text may stand here. A paragraph of a film alone is none.
bool stands_in_text(const Node& node) {
  const Node& parent = *node.parent;
  if (parent.kind == NodeKind::Paragraph) {
    return std::any_of(parent.children().begin(), parent.children().end(), [&](const Node& child) {
      return &child != &node && !(child.kind == NodeKind::Text && trim(child.text).empty()) &&
             child.kind != NodeKind::SoftBreak && child.kind != NodeKind::LineBreak;
    });
  }
  return parent.kind == NodeKind::TableCell || parent.kind == NodeKind::Heading ||
         is_inline(parent) || parent.is_element("p");
}

}  // namespace

void draw_media(const Node& node, PageRenderer& renderer) {
  const Node* source = find_source(node);
  if (source == nullptr) return renderer.render_children(node);
  const ResolvedLink& link = renderer.link_of(*source);
  const std::string_view written = renderer.written_link_of(*source).destination;
  if (node.text != "iframe" && link.target == ResolvedLink::Target::File) {
    return draw_player(node, *source, renderer);
  }
  // What the author calls it goes before what we make of its address.
  Value view = Value::object();
  set_embed(view, link, written, attribute_value(node, "title"), renderer);
  if (!stands_in_text(node)) {
    // What a browser that plays nothing would show may be all that is said of it.
    view.set("caption", says_nothing(node) ? std::string() : renderer.render_apart(node));
    return renderer.render_template("blocks/embed", view);
  }
  // A line of text holds no card.
  const bool is_broken = link.target == ResolvedLink::Target::Nothing;
  renderer.out() += is_broken ? "<span class=\"broken-link\"" : "<a";
  if (is_broken) {
    renderer.attribute("title", renderer.context().word("broken_file"));
  } else {
    renderer.attribute("href", link.url);
  }
  renderer.out() += '>';
  renderer.text(title_of(view, written));
  renderer.out() += is_broken ? "</span>" : "</a>";
  if (!says_nothing(node)) {
    renderer.out() += ' ';
    renderer.render_children(node);
  }
}

}  // namespace carnet
