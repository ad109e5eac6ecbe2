#include <string>
#include <string_view>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "blocks/registry.h"
#include "render/api/api_writer.h"
#include "render/views/api_path.h"
#include "render/views/views.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

// An address that was good for some minutes only: GitBook writes those of its own storage.
bool is_signed(std::string_view url) {
  const std::string lower = to_lower(url);
  for (std::string_view mark : {"x-amz-", "x-goog-", "expires=", "signature="}) {
    if (lower.find(mark) != std::string::npos) return true;
  }
  return false;
}

// The link that GitBook wrote between the tags, or nullptr.
const Node* find_fallback(const Node& block) {
  const Node* paragraph = block.first_child;
  if (paragraph == nullptr || paragraph->kind != NodeKind::Paragraph) return nullptr;
  const Node* only = nullptr;
  for (const Node& child : paragraph->children()) {
    // An address without mark-up leaves an empty text behind.
    if (child.kind == NodeKind::Text && trim(child.text).empty()) continue;
    if (only != nullptr || child.kind != NodeKind::Link) return nullptr;
    only = &child;
  }
  return paragraph->next == nullptr ? only : nullptr;
}

// Where the specification is, called by `words` or else by its own name.
void set_source(Value& view, const Node& node, std::string words, std::string_view written,
                const PageRenderer& renderer) {
  const ResolvedLink& link = renderer.link_of(node);
  std::string name = web_title(written).title;
  if (link.target == ResolvedLink::Target::File) {
    name = file_name_of(renderer.context().site.assets[link.asset].source_path);
  }
  const bool is_address = words.empty() || !scheme_of(words).empty() || words == written;
  view.set("source", is_address ? std::move(name) : std::move(words));
  if (link.target == ResolvedLink::Target::Nothing) {
    view.set("broken", true);
  } else if (!is_signed(link.url)) {
    view.set("url", link.url);
  }
}

// What the specification says, where it is in the book.
void view_api(Value& view, const ApiBlock& shown, const Node& block, PageRenderer& renderer) {
  renderer.note_drawn("api");
  const bool is_top = block.parent->kind == NodeKind::Document;
  if (is_top) renderer.note_wide();
  view.set("drawn", true).set("wide", is_top);
  if (shown.operation != nullptr) view.set("method_kind", to_lower(shown.operation->method));
  const bool is_open = attribute_value(block, "expanded") == "true";
  std::string body =
      draw_api_block(shown, is_open ? ApiWriter::Folds::Open : ApiWriter::Folds::Closed, renderer);
  // What the author wrote beside the link that GitBook keeps there.
  std::string own;
  std::swap(own, renderer.out());
  for (const Node& child : block.children()) {
    if (&child != shown.heading && !child.is_block_of(kOpenapiText) &&
        child.kind != NodeKind::Heading) {
      renderer.render(child);
    }
  }
  std::swap(own, renderer.out());
  view.set("body", std::move(body) + own);
}

}  // namespace

void view_openapi(Value& view, const Node& block, PageRenderer& renderer) {
  if (const ApiBlock* shown = renderer.context().site.api.find(block)) {
    return view_api(view, *shown, block, renderer);
  }
  view.set("wide", attribute_value(block, "fullWidth") == "true");
  set_api_path(view, attribute_value(block, "method"), attribute_value(block, "path"));
  view.set("name", attribute_value(block, "name"));
  Value::List schemas;
  for (std::string_view schema : split_list(attribute_value(block, "schemas"))) {
    Value item = Value::object();
    item.set("schema", schema);
    schemas.push_back(std::move(item));
  }
  view.set("schemas", std::move(schemas));

  const Node* fallback = find_fallback(block);
  const std::string words(fallback == nullptr ? "" : trim(to_plain_text(*fallback)));
  if (block.number != kNoNumber) {
    set_source(view, block, words, attribute_value(block, "src"), renderer);
  } else if (fallback != nullptr) {
    set_source(view, *fallback, words, fallback->text, renderer);
  } else {
    view.set("source", attribute_value(block, "spec"));
  }
  if (fallback == nullptr) view.set("body", renderer.render_apart(block));
}

}  // namespace carnet
