#include "render/figure.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/html_escape.h"
#include "base/url.h"
#include "markdown/blank.h"
#include "render/elements/parts.h"
#include "render/picture.h"

namespace carnet {
namespace {

// Several pictures in a row that are not higher than this are badges and the like.
constexpr std::uint32_t kMaxBadgeHeight = 64;

bool is_paragraph(const Node& node) {
  return node.kind == NodeKind::Paragraph ||
         (node.is_element("p") && attribute_value(node, "id").empty());
}

bool is_link(const Node& node) { return node.kind == NodeKind::Link || node.is_element("a"); }

// The image in a picture, perhaps behind a link; or nullptr if that is none.
const Node* image_of(const Node& node) {
  if (node.kind == NodeKind::Image) return &node;
  if (node.is_element("img")) {
    return attribute_value(node, "data-size") == "line" ? nullptr : &node;
  }
  if (node.is_element("picture")) return find_child(node, "img");
  if (!is_link(node)) return nullptr;
  const Node* only = only_child(node);
  return only == nullptr || is_link(*only) ? nullptr : image_of(*only);
}

bool collect(const Node& parent, std::vector<const Node*>& pictures) {
  for (const Node& child : parent.children()) {
    if (is_blank_or_break(child)) continue;
    if (child.is_element("figure") || image_of(child) != nullptr) {
      pictures.push_back(&child);
    } else if (!is_paragraph(child) || !collect(child, pictures)) {
      return false;
    }
  }
  return true;
}

// Nothing is known of pictures elsewhere, and a row of them is mostly badges.
bool is_badge(const Node& node, const PageRenderer& renderer) {
  const Node* image = image_of(node);
  if (image == nullptr || image->number == kNoNumber) return false;
  const ResolvedLink& link = renderer.link_of(*image);
  if (link.target != ResolvedLink::Target::File) return true;
  const ImageSize size = shown_size(image_size_of(link, renderer), attribute_value(*image, "width"),
                                    attribute_value(*image, "height"));
  return size.height != 0 && size.height <= kMaxBadgeHeight;
}

// One of the two that GitHub shows by day and by night.
bool has_shade(const Node& node, const PageRenderer& renderer) {
  const Node* image = image_of(node);
  if (image == nullptr || image->number == kNoNumber) return false;
  const auto fragment = split_url(renderer.written_link_of(*image).destination).fragment;
  return fragment == "gh-dark-mode-only" || fragment == "gh-light-mode-only";
}

std::string_view title_of(const Node& image) {
  return image.kind == NodeKind::Image ? image.detail : attribute_value(image, "title");
}

// Reads one `<figure>`, or one picture that stands as one.
class FigureDrawer {
 public:
  FigureDrawer(FigureFrame frame, PageRenderer& renderer) : frame_(frame), renderer_(renderer) {}

  void add(const Node& node) {
    if (node.is_element("figure")) {
      read_frame(node, renderer_, frame_);
      for (const Node& child : node.children()) add_part(child);
      return;
    }
    const Node* image = image_of(node);
    if (image != nullptr && !title_of(*image).empty()) {
      add_caption(escape_html(title_of(*image)));
      renderer_.set_captioned(image);
    }
    append(node);
  }

  void draw() {
    if (content_.empty() && caption_.empty() && frame_.id.empty()) return;
    if (frame_.is_wide) renderer_.note_wide();
    Value view = Value::object();
    view.set("id", frame_.id).set("align", frame_.align);
    view.set("wide", frame_.is_wide).set("frame", frame_.is_framed);
    view.set("img", std::move(content_)).set("caption", std::move(caption_));
    renderer_.line();
    renderer_.render_template("blocks/figure", view);
    renderer_.line();
  }

 private:
  void add_part(const Node& part) {
    if (is_blank_or_break(part)) return;
    std::vector<const Node*> pictures;
    if (part.is_element("figcaption")) {
      if (!says_nothing(part)) add_caption(caption_html(part));
    } else if (is_paragraph(part) && collect(part, pictures)) {
      // Markdown in a figure: the paragraph is not meant.
      for (const Node* picture : pictures) add(*picture);
    } else {
      append(part);
    }
  }

  // A single paragraph in a caption is the caption itself.
  std::string caption_html(const Node& caption) {
    const Node* only = only_child(caption);
    return renderer_.render_apart(only != nullptr && is_paragraph(*only) ? *only : caption);
  }

  void add_caption(const std::string& html) {
    if (!caption_.empty() && !html.empty()) caption_ += "<br>\n";
    caption_ += html;
  }

  void append(const Node& node) {
    std::swap(content_, renderer_.out());
    renderer_.render(node);
    std::swap(content_, renderer_.out());
    while (content_.ends_with('\n')) content_.pop_back();
  }

  FigureFrame frame_;
  PageRenderer& renderer_;
  std::string content_;
  std::string caption_;
};

}  // namespace

void read_frame(const Node& element, const PageRenderer& renderer, FigureFrame& frame) {
  if (const auto id = renderer.id_of(element); !id.empty()) frame.id = id;
  if (const auto align = attribute_value(element, "data-align"); !align.empty()) {
    frame.align = align;
  }
  if (attribute_value(element, "data-full-width") == "true") frame.is_wide = true;
  if (attribute_value(element, "data-with-frame") == "true") frame.is_framed = true;
}

std::vector<const Node*> find_pictures(const Node& parent, const PageRenderer& renderer) {
  std::vector<const Node*> pictures;
  if (!collect(parent, pictures)) return {};
  const bool is_row = pictures.size() > 1 &&
                      std::all_of(pictures.begin(), pictures.end(),
                                  [&](const Node* node) { return is_badge(*node, renderer); }) &&
                      !has_shade(*pictures.front(), renderer);
  if (is_row) pictures.clear();
  return pictures;
}

void draw_pictures(const std::vector<const Node*>& pictures, const FigureFrame& frame,
                   PageRenderer& renderer) {
  const bool is_one = pictures.size() == 1 ||
                      std::all_of(pictures.begin(), pictures.end(),
                                  [&](const Node* node) { return has_shade(*node, renderer); });
  if (is_one) {
    FigureDrawer figure(frame, renderer);
    for (const Node* picture : pictures) figure.add(*picture);
    return figure.draw();
  }
  renderer.line();
  std::string& out = renderer.out();
  out += frame.is_wide ? "<div class=\"gallery wide\"" : "<div class=\"gallery\"";
  if (!frame.id.empty()) renderer.attribute("id", frame.id);
  if (!frame.align.empty()) renderer.attribute("data-align", frame.align);
  out += ">\n";
  if (frame.is_wide) renderer.note_wide();
  for (const Node* picture : pictures) {
    FigureDrawer figure({.is_framed = frame.is_framed}, renderer);
    figure.add(*picture);
    figure.draw();
  }
  out += "</div>\n";
}

}  // namespace carnet
