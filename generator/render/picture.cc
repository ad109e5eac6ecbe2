#include "render/picture.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet {

void draw_picture(const ResolvedLink& link, std::string_view destination, const Picture& picture,
                  PageRenderer& renderer) {
  if (link.target == ResolvedLink::Target::Nothing || link.target == ResolvedLink::Target::Page) {
    renderer.out() += "<span class=\"broken-link\"";
    renderer.attribute("title", renderer.context().word("broken_file"));
    renderer.out() += '>';
    renderer.text(picture.alt.empty() ? file_name_of(split_url(destination).path) : picture.alt);
    renderer.out() += "</span>";
    return;
  }
  if (renderer.is_remote(link)) {
    const std::string host = host_of(link.url);
    if (renderer.is_in_link()) {  // Its card stands before the link.
      renderer.text(picture.alt.empty() ? std::string_view(host) : picture.alt);
      return;
    }
    renderer.allow_image_host(host);
    Value view = Value::object();
    view.set("url", link.url).set("host", host).set("alt", picture.alt);
    view.set("width", picture.width).set("height", picture.height);
    renderer.render_template("blocks/remote-image", view);
    while (renderer.out().ends_with('\n'))
      renderer.out().pop_back();  // It stands in a line of text.
    return;
  }
  if (link.target == ResolvedLink::Target::External) renderer.allow_image_host(host_of(link.url));
  renderer.out() += "<img";
  renderer.attribute("src", link.url);
  renderer.attribute("alt", picture.alt);
  for (const auto& [name, value] :
       {std::pair{"width", picture.width}, std::pair{"height", picture.height}}) {
    const bool is_number = !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
    if (is_number) renderer.attribute(name, value);
  }
  if (!picture.size.empty()) renderer.attribute("data-size", picture.size);
  renderer.out() += " loading=\"lazy\" decoding=\"async\">";
}

}  // namespace carnet
