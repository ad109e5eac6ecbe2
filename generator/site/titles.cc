#include "site/titles.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "base/path.h"
#include "base/slug.h"
#include "base/text.h"
#include "site/permalinks.h"

namespace carnet {
namespace {

bool is_empty_paragraph(const Node& node) {
  return node.kind == NodeKind::Paragraph && trim(to_plain_text(node)).empty() &&
         std::none_of(node.children().begin(), node.children().end(), [](const Node& child) {
           return child.kind == NodeKind::Image || child.is_element("img");
         });
}

// The H1 that the page begins with, or nullptr. One that is included belongs to
// the text that it comes from.
const Node* find_title(const Document& document) {
  for (const Node& node : document.root().children()) {
    if (node.kind == NodeKind::Heading && node.level == 1 && node.origin == 0) return &node;
    if (!is_empty_paragraph(node)) return nullptr;
  }
  return nullptr;
}

std::string_view first_h1(const Document& document) {
  for (const Heading& heading : document.headings) {
    if (heading.level == 1 && heading.node->origin == 0) return heading.text;
  }
  return {};
}

// "getting-started.md" -> "Getting started", "guide/README.md" -> "Guide".
std::string title_of_file(std::string_view path) {
  std::string_view name = is_readme(path) ? file_name_of(folder_of(path)) : file_name_of(path);
  if (!is_readme(path)) name.remove_suffix(extension_of(name).size());
  if (name.empty()) name = "README";
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

}  // namespace

void choose_titles(Site& site, Diagnostics& diagnostics) {
  for (Page& page : site.pages) {
    const Document& document = *page.document;
    const Config& config = page.book->config;
    const bool summary_first = config.titles == Config::Titles::Summary;
    page.title_node = find_title(document);
    const std::string heading =
        page.title_node != nullptr ? document.headings[page.title_node->number].text : "";
    if (page.title_node != nullptr && !page.summary_title.empty() && !heading.empty() &&
        to_squashed(heading) != to_squashed(page.summary_title)) {
      diagnostics.report(
          DiagnosticKind::TitleMismatch, document.span(*page.title_node),
          fmt::format("`{}` calls this page `{}`", config.summary, page.summary_title), {});
    }
    const std::string& written = document.front_matter.title.value;
    const std::string h1(first_h1(document));
    for (const std::string& candidate :
         {summary_first ? page.summary_title : heading, page.summary_title, written, h1,
          title_of_file(page.path_in_book())}) {
      if (candidate.empty()) continue;
      page.title = candidate;
      break;
    }
    if (page.label.empty()) page.label = page.title;
  }
  for (Book& book : site.books) {
    for (TocEntry& entry : book.toc.entries) {
      if (entry.label.empty() && entry.page != nullptr) entry.label = entry.page->label;
    }
  }
}

}  // namespace carnet
