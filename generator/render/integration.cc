#include "render/integration.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "highlight/languages.h"
#include "render/code/colours.h"
#include "render/code/marks.h"
#include "render/code_view.h"
#include "render/diagram.h"
#include "render/elements/parts.h"
#include "render/player.h"
#include "render/views/caption.h"
#include "render/views/embed_card.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

struct Vendor {
  std::string_view name;
  std::string_view label;
};
// Those whose names are not just written with a capital.
constexpr Vendor kVendors[] = {
    {"codepen", "CodePen"}, {"github", "GitHub"},   {"github-files", "GitHub"},
    {"gitlab", "GitLab"},   {"runkit", "RunKit"},   {"youtube", "YouTube"},
    {"posthog", "PostHog"}, {"hubspot", "HubSpot"}, {"stackblitz", "StackBlitz"},
};

// The languages of vendors whose code is always in one.
constexpr Vendor kVendorLanguages[] = {
    {"runkit", "javascript"}, {"plantuml", "plantuml"}, {"graphviz", "dot"}, {"latex", "latex"}};

std::string_view vendor_of(std::string_view block) {
  block.remove_prefix(1);
  return block.substr(0, block.find('/'));
}

template <std::size_t Size>
const Vendor* find_vendor(const Vendor (&vendors)[Size], std::string_view name) {
  const auto* found =
      std::find_if(std::begin(vendors), std::end(vendors),
                   [&](const Vendor& known) { return equals_ignoring_case(known.name, name); });
  return found == std::end(vendors) ? nullptr : found;
}

// "@github-files/github-code-block" -> "GitHub".
std::string vendor_label(std::string_view block) {
  const std::string_view name = vendor_of(block);
  if (const Vendor* known = find_vendor(kVendors, name)) return std::string(known->label);
  std::string label(name);
  std::replace(label.begin(), label.end(), '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

// Older exports write the ends of lines as `\n`. Where there are real ones, `\n` is the author's.
std::string lines_of(std::string_view value) {
  std::string text(value);
  if (text.find('\n') == std::string::npos) text = replace_all(std::move(text), "\\n", "\n");
  if (!text.ends_with('\n')) text += '\n';
  return text;
}

std::string_view first_value(const Node& block, std::initializer_list<std::string_view> names) {
  for (std::string_view name : names) {
    const std::string_view value = attribute_value(block, name);
    if (!trim(value).empty()) return value;
  }
  return {};
}

void draw_link(const Node& block, PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(block);
  const std::string_view written = attribute_value(block, "url");
  const bool is_web = link.target == ResolvedLink::Target::External;
  Value view = Value::object();
  if (is_web && host_of(link.url) == "github.com" && says_nothing(block)) {
    WebTitle named = web_title(written);
    view.set("url", link.url).set("external", true);
    view.set("title", std::move(named.title)).set("host", std::move(named.place));
    return renderer.render_template("blocks/content-ref", view);
  }
  std::string title(first_value(block, {"title", "name"}));
  if (title.empty() && is_web && !find_player(link.url, renderer.context().site.config.embeds)) {
    title = vendor_label(block.detail) + " · " + web_title(written).title;
  }
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  set_embed(view, link, written, title, renderer);
  view.set("caption", caption_of(block, renderer));
  renderer.render_template("blocks/embed", view);
}

// What an attribute says, else the vendor, else the ending of a file's name.
std::string code_language_of(const Node& block, std::string_view title) {
  const std::string_view written = first_value(block, {"language", "lang", "syntax", "mode"});
  if (!written.empty()) return to_lower(trim(written));
  if (const Vendor* known = find_vendor(kVendorLanguages, vendor_of(block.detail))) {
    return std::string(known->label);
  }
  std::string ending = to_lower(extension_of(title));
  if (ending.starts_with('.')) ending.erase(0, 1);
  return find_language(ending).grammar == Language::kNoGrammar ? std::string() : ending;
}

void draw_code(const Node& block, std::string_view code, PageRenderer& renderer) {
  std::string title(first_value(block, {"title", "name", "filename"}));
  if (title.empty()) title = vendor_label(block.detail);
  CodeLook look;
  look.language = code_language_of(block, title);
  look.title = title;
  look.is_wide = attribute_value(block, "fullWidth") == "true";
  const MarkedCode marked = read_code_marks(lines_of(code), look.language);
  CodeColours colours(marked.text, renderer.colour(marked.text, look.language));
  std::string html;
  colours.append(0, marked.text.size(), html);
  renderer.render_template("blocks/code",
                           code_view(std::move(html), marked.text, marked.lines, look));
}

void draw_placeholder(const Node& block, PageRenderer& renderer) {
  std::string attributes;
  for (const Attribute& attribute : block.attributes) {
    attributes +=
        "<dt>" + escape_html(attribute.name) + "</dt><dd>" + escape_html(attribute.value) + "</dd>";
  }
  Value view = Value::object();
  view.set("name", block.detail).set("attributes_html", std::move(attributes));
  view.set("body", renderer.render_apart(block));
  renderer.render_template("blocks/integration", view);
}

}  // namespace

void draw_integration(const Node& block, PageRenderer& renderer) {
  renderer.line();
  const std::string_view code = first_value(block, {"content", "code"});
  const bool has_link = block.number != kNoNumber && !attribute_value(block, "url").empty();
  if (code.empty() && !has_link) return draw_placeholder(block, renderer);
  if (!code.empty() && to_lower(block.detail).starts_with("@mermaid/")) {
    draw_diagram(lines_of(code), &block, renderer);
  } else if (!code.empty()) {
    draw_code(block, code, renderer);
  }
  if (has_link) return draw_link(block, renderer);  // What stands between the tags is its caption.
  renderer.line();
  renderer.render_children(block);
}

}  // namespace carnet
