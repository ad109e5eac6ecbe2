// The footnotes of a page, and what refers to them.

#include <algorithm>
#include <cstdint>
#include <string>

#include "base/html_escape.h"
#include "render/page_renderer.h"

namespace carnet {
namespace {

// References beyond this one have no id, and nothing leads back to them.
constexpr std::uint8_t kLastMarkedReference = 255;

std::string reference_id(std::string_view number, std::uint8_t level) {
  std::string id = "fnref-" + std::string(number);
  if (level > 1) id += "-" + std::to_string(level);
  return id;
}

}  // namespace

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

}  // namespace carnet
