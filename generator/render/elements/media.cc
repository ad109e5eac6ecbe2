#include "render/elements/elements.h"

#include "base/url.h"

namespace carnet {

void draw_media(const Node& node, PageRenderer& renderer) {
  if (node.number == kNoNumber) return renderer.render_children(node);
  const ResolvedLink& link = renderer.link_of(node);
  if (node.text == "iframe" || link.target != ResolvedLink::Target::File) {
    Value view = Value::object();
    view.set("url", link.url).set("host", host_of(link.url));
    view.set("title", renderer.written_link_of(node).destination);
    return renderer.render_template("blocks/embed", view);
  }
  renderer.out().append("<").append(node.text);
  renderer.attribute("src", link.url);
  renderer.out().append(" controls></").append(node.text).append(">");
}

}  // namespace carnet
