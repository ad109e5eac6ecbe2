#include "render/page_renderer.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/html_escape.h"
#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "blocks/registry.h"
#include "markdown/blank.h"
#include "markdown/code_language.h"
#include "render/block_views.h"
#include "render/code_view.h"
#include "render/diagram.h"
#include "render/elements/parts.h"
#include "render/figure.h"
#include "render/icon_html.h"
#include "render/integration.h"
#include "render/picture.h"
#include "render/views/web_title.h"

namespace carnet {
namespace {

bool has_task(const Node& list) {
  return std::any_of(list.children().begin(), list.children().end(),
                     [](const Node& item) { return item.task != Task::None; });
}

// References beyond this one have no id, and nothing leads back to them.
constexpr std::uint8_t kLastMarkedReference = 255;

std::string reference_id(std::string_view number, std::uint8_t level) {
  std::string id = "fnref-" + std::string(number);
  if (level > 1) id += "-" + std::to_string(level);
  return id;
}

// The words of a link whose target is lost. The name of its file, which is all that GitBook left
// of `[setup-guide.md](/broken/pages/x)`, says little to a reader; then they are made of that.
std::optional<std::string> words_of_lost(const Node& link) {
  std::string words(trim(to_plain_text(link)));
  if (!words.ends_with(".md")) return {};
  words = file_name_of(std::string_view(words).substr(0, words.size() - 3));
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return words == "README" ? std::string() : words;
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

std::string_view PageRenderer::title_of_target(const ResolvedLink& link) const {
  if (link.heading != nullptr) return link.heading->text;
  return link.page != nullptr ? std::string_view(link.page->label) : std::string_view();
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

void PageRenderer::render_link(const Node& node) {
  // A note that does not exist.
  if (node.text.starts_with("#user-content-fn-")) return render_children(node);
  render_linked(node, link_of(node), node.text);
}

void PageRenderer::render_linked(const Node& node, const ResolvedLink& link,
                                 std::string_view written) {
  const Link& source = context_.page.document->links[node.number];
  const std::string_view title =
      source.is_mention || node.first_child == nullptr ? title_of_target(link) : std::string_view();
  const bool is_button = node.kind == NodeKind::Element && has_class(node, "button");
  const auto content = [&] {
    if (is_button) out_ += icon_html(attribute_value(node, "data-icon"));
    if (!title.empty()) {
      if (link.heading == nullptr) add_page_icon(*link.page);
      text(title);
    } else if (node.first_child == nullptr) {
      text(written);
    } else {
      is_in_link_ = true;
      render_children(node);
      is_in_link_ = false;
    }
  };
  if (link.target == ResolvedLink::Target::Nothing) {
    out_ += "<span class=\"broken-link\"";
    attribute("title", context_.word("broken_link"));
    out_ += '>';
    if (const std::optional<std::string> words = words_of_lost(node)) {
      text(words->empty() ? context_.word("broken_link") : std::string_view(*words));
    } else {
      content();
    }
    out_ += "</span>";
    return;
  }
  if (is_in_link_) return content();  // HTML allows no link in a link.
  render_remote_images(node);
  out_ += &node == stretched_link_ ? "<a class=\"card-link\"" : "<a";
  attribute("href", link.url);
  if (node.kind == NodeKind::Link && !node.detail.empty() && !source.is_mention) {
    attribute("title", node.detail);
  }
  if (node.kind == NodeKind::Element) render_attributes(node);
  // A picture without words is the whole link.
  if (node.first_child != nullptr && title.empty() && says_nothing(node)) {
    const std::string_view name = title_of_target(link);
    attribute("aria-label", name.empty() ? web_title(written).title : std::string(name));
  }
  out_ += '>';
  content();
  out_ += "</a>";
}

// The icon that a page has in its front matter, before its title.
void PageRenderer::add_page_icon(const Page& page) {
  const std::string icon = icon_html(page.document->front_matter.icon.value);
  if (!icon.empty()) out_ += icon + ' ';
}

// The cards of pictures that stand inside a link: a card is a link itself, so
// it comes before.
void PageRenderer::render_remote_images(const Node& node) {
  for (const Node& child : node.children()) {
    if ((child.kind == NodeKind::Image || child.is_element("img")) && child.number != kNoNumber &&
        is_remote(link_of(child))) {
      render(child);
      out_ += ' ';
    }
    render_remote_images(child);
  }
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

void PageRenderer::render_footnote_reference(const Node& node) {
  const auto& footnotes = context_.page.document->footnotes;
  if (node.number > footnotes.size() || footnotes[node.number - 1]->first_child == nullptr) {
    return render_children(node);
  }
  note_drawn("notes");
  const std::string number = std::to_string(node.number);
  const bool is_mark = node.first_child == nullptr;
  if (is_in_link_) {  // HTML allows no link in a link.
    render_children(node);
    out_ += "<sup class=\"footnote\">" + number + "</sup>";
    return;
  }
  out_ += is_mark ? "<sup class=\"footnote\"><a" : "<a class=\"annotation\"";
  if (node.level < kLastMarkedReference) {
    attribute("id", reference_id(number, node.level));
    notes_called_[node.number].push_back(node.level);
  }
  attribute("href", "#fn-" + number);
  out_ += " role=\"doc-noteref\">";
  is_in_link_ = true;
  render_children(node);
  is_in_link_ = false;
  out_ += is_mark ? number + "</a></sup>" : "<sup>" + number + "</sup></a>";
}

void PageRenderer::render_footnotes() {
  const auto& footnotes = context_.page.document->footnotes;
  const bool has_any = std::any_of(footnotes.begin(), footnotes.end(), [](const Node* footnote) {
    return footnote->first_child != nullptr;
  });
  if (!has_any) return;
  note_drawn("notes");
  line();
  out_ += "<section class=\"footnotes\" role=\"doc-endnotes\"";
  attribute("aria-label", context_.word("footnotes"));
  out_ += "><ol>\n";
  for (const Node* footnote : footnotes) {
    if (footnote->first_child == nullptr) continue;
    const std::string number = std::to_string(footnote->number);
    out_ += "<li";
    attribute("id", "fn-" + number);
    attribute("value", number);
    out_ += '>';
    std::string body = render_apart(*footnote);
    const std::string back = links_to_references(*footnote);
    const bool ends_with_paragraph = body.ends_with("</p>");
    body.insert(ends_with_paragraph ? body.size() - 4 : body.size(), back);
    out_ += body + "</li>\n";
  }
  out_ += "</ol></section>\n";
}

// The title is drawn apart, and with it the references in it.
void PageRenderer::note_references(const Node& title) {
  for (const Node& child : title.children()) {
    if (child.kind == NodeKind::FootnoteReference && child.level < kLastMarkedReference) {
      notes_called_[child.number].push_back(child.level);
    }
    note_references(child);
  }
}

// One for each place that the note is called from.
std::string PageRenderer::links_to_references(const Node& footnote) const {
  std::string html;
  const auto called = notes_called_.find(footnote.number);
  if (called == notes_called_.end()) return html;
  for (const std::uint8_t level : called->second) {
    html += " <a href=\"#" + reference_id(std::to_string(footnote.number), level) +
            "\" role=\"doc-backlink\" aria-label=\"" + escape_html(context_.word("footnote_back"));
    if (level > 1) html += " " + std::to_string(level);
    html += "\">↩";
    if (level > 1) html += "<sup>" + std::to_string(level) + "</sup>";
    html += "</a>";
  }
  return html;
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
