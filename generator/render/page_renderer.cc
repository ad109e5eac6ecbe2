#include "render/page_renderer.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/limits.h"
#include "blocks/registry.h"
#include "markdown/blank.h"
#include "markdown/code_language.h"
#include "render/block_views.h"
#include "render/code_view.h"
#include "render/diagram.h"
#include "render/elements/parts.h"
#include "render/figure.h"
#include "render/integration.h"
#include "render/picture.h"

namespace carnet {
namespace {

bool has_task(const Node& list) {
  return std::any_of(list.children().begin(), list.children().end(),
                     [](const Node& item) { return item.task != Task::None; });
}

}  // namespace

PageRenderer::PageRenderer(const PageContext& context, std::string& out)
    : MarkdownRenderer(out), context_(context) {
  const auto& anchors = context.page.document->anchors;
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    if (anchors[i].node->kind != NodeKind::Heading) anchors_.emplace(anchors[i].node, i);
  }
}

void PageRenderer::render_content() {
  const Page& page = context_.page;
  if (page.title_node != nullptr &&
      page.document->headings[page.title_node->number].text == page.title) {
    note_references(*page.title_node);
  }
  for (const Node& node : context_.page.document->root().children()) {
    if (&node != context_.page.title_node) render(node);
  }
  render_footnotes();
}

void PageRenderer::render_title() {
  is_in_heading_ = true;
  render_children(*context_.page.title_node);
  is_in_heading_ = false;
}

std::string PageRenderer::render_apart(const Node& node) {
  std::string apart;
  std::swap(apart, out_);
  render_children(node);
  std::swap(apart, out_);
  while (apart.ends_with('\n')) apart.pop_back();
  return apart;
}

std::string PageRenderer::render_code(const Node& node, const std::vector<CodePiece>& pieces,
                                      CodeColours& colours) {
  code_.emplace(Code{pieces, colours});
  std::string html = render_apart(node);
  code_.reset();
  return html;
}

std::vector<Token> PageRenderer::colour(std::string_view code, std::string_view language) {
  const Language found = find_language(language);
  if (found.grammar == Language::kNoGrammar || means_plain_text(language)) return {};
  if (language == "mermaid") return {};  // What is drawn has no colours of code.
  colour_cost_ += std::uint64_t{code.size()} * code.size();
  if (colour_cost_ > kMaxColourCost) return {};
  return context_.highlighter.colour(code, found);
}

void PageRenderer::render_text(const Node& node) {
  if (!code_) return render_words(node);
  // A text that is not drawn is passed over.
  const std::vector<CodePiece>& pieces = code_->pieces;
  std::size_t i = code_->next;
  while (i < pieces.size() && pieces[i].node != &node) ++i;
  if (i == pieces.size()) return MarkdownRenderer::render_text(node);
  code_->next = i + 1;
  code_->colours.append(pieces[i].begin, pieces[i].end, out_);
}

std::string_view PageRenderer::id_of(const Node& node) const {
  const Page& page = context_.page;
  if (node.kind == NodeKind::Heading) {
    return page.anchors[page.document->headings[node.number].anchor].id;
  }
  const auto anchor = anchors_.find(&node);
  return anchor == anchors_.end() ? std::string_view() : page.anchors[anchor->second].id;
}

void PageRenderer::render_template(std::string_view name, const Value& view) {
  if (const Template* found = context_.theme.find_template(name)) {
    note_drawn(name);
    found->render(view, context_.texts(), out_);
  }
}

void PageRenderer::render_heading(const Node& node) {
  line();
  if (shows_nothing(node)) {
    // What is left of it is a place to link to.
    if (const std::string_view id = id_of(node); !id.empty()) {
      out_ += "<a";
      attribute("id", id);
      out_ += "></a>";
    }
    return render_anchor_marks(node);
  }
  // The page has one H1, its title.
  const int level = std::clamp<int>(node.level, 2, 6);
  const char digit = static_cast<char>('0' + level);
  out_.append("<h").append(1, digit);
  if (const std::string_view id = id_of(node); !id.empty()) attribute("id", id);
  if (const int depth = enter_heading(level); depth != level) {
    attribute("aria-level", std::to_string(depth));
  }
  if (const std::string_view align = attribute_value(node, "data-align"); !align.empty()) {
    attribute("data-align", align);
  }
  out_ += '>';
  is_in_heading_ = true;
  render_anchor_marks(node);
  render_children(node);
  is_in_heading_ = false;
  out_.append("</h").append(1, digit).append(">\n");
}

// An author may skip a level; those who hear the page should not look for it.
int PageRenderer::enter_heading(int level) {
  while (!heading_levels_.empty() && heading_levels_.back() >= level) heading_levels_.pop_back();
  heading_levels_.push_back(level);
  return static_cast<int>(heading_levels_.size()) + 1;
}

// Further ids that the author gave to a heading.
void PageRenderer::render_anchor_marks(const Node& heading) {
  const Document& document = *context_.page.document;
  for (const std::string& id :
       context_.page.anchors[document.headings[heading.number].anchor].more) {
    out_ += "<a";
    attribute("id", id);
    out_ += "></a>";
  }
}

void PageRenderer::render_paragraph(const Node& node) {
  const Node::Children children = node.children();
  if (std::all_of(children.begin(), children.end(), is_blank_or_break)) return;
  if (const auto pictures = find_pictures(node, *this); !pictures.empty()) {
    return draw_pictures(pictures, {}, *this);
  }
  const Node* only = only_child(node);
  if (only != nullptr && (only->is_element("video") || only->is_element("audio"))) {
    line();
    render(*only);  // A card, or a player as wide as the text.
    return line();
  }
  if (only != nullptr && only->kind == NodeKind::Formula && only->level > 0) {
    line();
    // A wide formula scrolls, also by keyboard.
    out_ += "<div class=\"math\">";
    render(*only);
    out_ += "</div>\n";
    return;
  }
  MarkdownRenderer::render_paragraph(node);
}

void PageRenderer::render_code_block(const Node& node) {
  line();
  if (is_diagram(node.detail)) {
    const Node* parent = node.parent;
    return draw_diagram(node.text, parent->is_block_of(kCode) ? parent : nullptr, *this);
  }
  render_template("blocks/code", code_view(node, look_of_fence(node), *this));
  line();
}

void PageRenderer::render_list(const Node& node) {
  if (node.is_ordered || !has_task(node)) return MarkdownRenderer::render_list(node);
  line();
  out_ += "<ul class=\"tasks\">\n";
  render_children(node);
  out_ += "</ul>\n";
}

void PageRenderer::render_list_item(const Node& node) {
  const Node* first = node.first_child;
  if (node.task == Task::None || first == nullptr || first->kind != NodeKind::Paragraph) {
    return MarkdownRenderer::render_list_item(node);
  }
  line();
  out_ += node.task == Task::Done ? "<li><label><input type=\"checkbox\" disabled checked> "
                                  : "<li><label><input type=\"checkbox\" disabled> ";
  render_children(*first);
  out_ += "</label>";
  for (const Node* child = first->next; child != nullptr; child = child->next) render(*child);
  out_ += "</li>\n";
}

bool PageRenderer::is_remote(const ResolvedLink& link) const {
  return link.target == ResolvedLink::Target::External &&
         context_.site.config.remote_images == Config::RemoteImages::Click;
}

void PageRenderer::render_image(const Node& node) {
  const std::string alt = to_plain_text(node);
  const std::string_view title = is_captioned(node) ? std::string_view() : node.detail;
  draw_picture(link_of(node), node.text, {.alt = alt, .title = title}, *this);
}

void PageRenderer::render_formula(const Node& node) {
  const std::string& mathml = context_.formulas[node.number];
  if (mathml.empty()) return MarkdownRenderer::render_formula(node);
  note_drawn("math");
  out_ += mathml;
}

void PageRenderer::render_block(const Node& node) {
  line();
  if (attribute_value(node, "fullWidth") == "true") note_wide();
  // Code draws its fences itself, with the block's title.
  const bool is_spliced = node.block->body == BlockSpec::Body::Spliced;
  if (node.block == &kCode || is_spliced) return render_children(node);
  if (node.block == &kIntegration) return draw_integration(node, *this);
  render_template("blocks/" + std::string(family_of(*node.block)), block_view(node, *this));
  line();
}

}  // namespace carnet
