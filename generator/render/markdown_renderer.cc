#include "render/markdown_renderer.h"

#include <algorithm>

#include "base/html_escape.h"
#include "base/text.h"
#include "base/url.h"

namespace carnet {
namespace {

bool is_in_tight_list(const Node& paragraph) {
  const Node* item = paragraph.parent;
  return item != nullptr && item->kind == NodeKind::ListItem && item->parent != nullptr &&
         item->parent->is_tight;
}

}  // namespace

std::string_view name_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::Left: return "left";
    case Alignment::Center: return "center";
    case Alignment::Right: return "right";
    case Alignment::None: break;
  }
  return {};
}

void MarkdownRenderer::text(std::string_view value) { append_escaped(out_, value); }

void MarkdownRenderer::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
}

void MarkdownRenderer::wrap(std::string_view name, const Node& node) {
  out_.append("<").append(name).append(">");
  render_children(node);
  out_.append("</").append(name).append(">");
}

void MarkdownRenderer::render_children(const Node& node) {
  for (const Node& child : node.children()) render(child);
}

void MarkdownRenderer::render(const Node& node) {
  switch (node.kind) {
    case NodeKind::Document: return render_children(node);
    case NodeKind::Paragraph: return render_paragraph(node);
    case NodeKind::Heading: return render_heading(node);
    case NodeKind::BlockQuote: return render_block_quote(node);
    case NodeKind::List: return render_list(node);
    case NodeKind::ListItem: return render_list_item(node);
    case NodeKind::CodeBlock: return render_code_block(node);
    case NodeKind::Table: return render_table(node);
    case NodeKind::Block: return render_block(node);
    case NodeKind::Element: return render_element(node);
    case NodeKind::RawHtml: return render_raw_html(node);
    case NodeKind::Text: return render_text(node);
    case NodeKind::Link: return render_link(node);
    case NodeKind::Image: return render_image(node);
    case NodeKind::FootnoteReference: return render_footnote_reference(node);
    case NodeKind::Formula: return render_formula(node);
    case NodeKind::Emphasis: return wrap("em", node);
    case NodeKind::Strong: return wrap("strong", node);
    case NodeKind::Strikethrough: return wrap("del", node);
    case NodeKind::ThematicBreak:
      line();
      out_ += "<hr>\n";
      return;
    case NodeKind::SoftBreak: out_ += '\n'; return;
    case NodeKind::LineBreak: out_ += "<br>\n"; return;
    case NodeKind::Code:
      out_ += "<code>";
      text(node.text);
      out_ += "</code>";
      return;
    case NodeKind::TableRow:
    case NodeKind::TableCell:
    case NodeKind::Footnote:
    case NodeKind::Tag: return;  // Drawn by what they belong to, or folded long ago.
  }
}

void MarkdownRenderer::render_text(const Node& node) { text(node.text); }

void MarkdownRenderer::render_paragraph(const Node& node) {
  if (is_in_tight_list(node)) {
    if (node.previous != nullptr) line();
    render_children(node);
    return;
  }
  line();
  wrap("p", node);
  out_ += '\n';
}

void MarkdownRenderer::render_heading(const Node& node) {
  line();
  const char level = static_cast<char>('0' + node.level);
  out_.append("<h").append(1, level).append(">");
  render_children(node);
  out_.append("</h").append(1, level).append(">\n");
}

void MarkdownRenderer::render_block_quote(const Node& node) {
  line();
  out_ += "<blockquote>\n";
  render_children(node);
  line();
  out_ += "</blockquote>\n";
}

void MarkdownRenderer::render_list(const Node& node) {
  line();
  out_ += node.is_ordered ? "<ol" : "<ul";
  if (node.is_ordered && node.number != 1) attribute("start", std::to_string(node.number));
  out_ += ">\n";
  render_children(node);
  out_ += node.is_ordered ? "</ol>\n" : "</ul>\n";
}

void MarkdownRenderer::render_list_item(const Node& node) {
  line();
  out_ += "<li>";
  if (node.task != Task::None) {
    out_ += node.task == Task::Done ? "<input type=\"checkbox\" checked disabled> "
                                    : "<input type=\"checkbox\" disabled> ";
  }
  render_children(node);
  out_ += "</li>\n";
}

void MarkdownRenderer::render_code_block(const Node& node) {
  line();
  out_ += "<pre><code";
  const std::string_view language = node.detail.substr(0, node.detail.find_first_of(" \t"));
  if (!language.empty()) attribute("class", "language-" + std::string(language));
  out_ += '>';
  text(node.text);
  out_ += "</code></pre>\n";
}

void MarkdownRenderer::render_table(const Node& node) {
  line();
  out_ += "<table>\n";
  const Node* header = node.first_child;
  for (const Node& row : node.children()) {
    const bool is_header = &row == header;
    if (is_header) out_ += "<thead>\n";
    if (row.previous == header && !is_header) out_ += "<tbody>\n";
    out_ += "<tr>\n";
    for (const Node& cell : row.children()) {
      out_ += is_header ? "<th" : "<td";
      if (cell.alignment != Alignment::None) {
        attribute("align", name_of(cell.alignment));
      }
      out_ += '>';
      render_children(cell);
      out_ += is_header ? "</th>\n" : "</td>\n";
    }
    out_ += "</tr>\n";
    if (is_header) out_ += "</thead>\n";
  }
  if (header != nullptr && header->next != nullptr) out_ += "</tbody>\n";
  out_ += "</table>\n";
}

void MarkdownRenderer::render_link(const Node& node) {
  out_ += "<a";
  attribute("href", encode_url(node.text));
  if (!node.detail.empty()) attribute("title", node.detail);
  out_ += '>';
  render_children(node);
  out_ += "</a>";
}

void MarkdownRenderer::render_image(const Node& node) {
  out_ += "<img";
  attribute("src", encode_url(node.text));
  attribute("alt", to_plain_text(node));
  if (!node.detail.empty()) attribute("title", node.detail);
  out_ += '>';
}

void MarkdownRenderer::render_footnote_reference(const Node& node) {
  const std::string number = std::to_string(node.number);
  out_ += "<sup class=\"footnote\"><a";
  attribute("id", "fnref-" + number + (node.level > 1 ? "-" + std::to_string(node.level) : ""));
  attribute("href", "#fn-" + number);
  out_ += ">" + number + "</a></sup>";
}

// As it was written.
void MarkdownRenderer::render_formula(const Node& node) {
  out_ += "<code>$$";
  text(node.text);
  out_ += "$$</code>";
}

void MarkdownRenderer::render_raw_html(const Node& node) {
  if (is_inline(*node.parent) || node.parent->kind == NodeKind::Paragraph ||
      node.parent->kind == NodeKind::Heading || node.parent->kind == NodeKind::TableCell) {
    out_ += node.text;
    return;
  }
  line();
  out_ += node.text;
  line();
}

void MarkdownRenderer::render_element(const Node& node) {
  out_.append("<").append(node.text);
  for (const Attribute& written : node.attributes) attribute(written.name, written.value);
  out_ += '>';
  render_children(node);
  out_.append("</").append(node.text).append(">");
}

void MarkdownRenderer::render_block(const Node& node) { render_children(node); }

std::string render_markdown(const Document& document) {
  std::string html;
  MarkdownRenderer renderer(html);
  renderer.render(document.root());
  if (document.footnotes.empty()) return html;
  html += "<section class=\"footnotes\"><ol>\n";
  for (const Node* footnote : document.footnotes) {
    html += "<li id=\"fn-" + std::to_string(footnote->number) + "\">\n";
    renderer.render_children(*footnote);
    html += "</li>\n";
  }
  html += "</ol></section>\n";
  return html;
}

}  // namespace carnet
