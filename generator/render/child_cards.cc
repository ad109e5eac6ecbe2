#include "render/child_cards.h"

#include <cstddef>
#include <vector>

#include "base/html_escape.h"
#include "render/icon_html.h"
#include "render/navigation.h"

namespace carnet {
namespace {

// A page does not grow with its book: what is left out is on the page of all pages.
constexpr std::size_t kMaxCards = 60;

void append(std::string& out, std::string_view open, std::string_view words,
            std::string_view close) {
  out.append(open);
  append_escaped(out, words);
  out.append(close);
}

// The pages among these entries; of groups, those that stand directly in them.
void collect(const std::vector<TocEntry*>& entries, const Page& self,
             std::vector<const Page*>& pages) {
  for (const TocEntry* entry : entries) {
    if (pages.size() > kMaxCards) return;
    if (!entry->is_visible()) continue;
    if (entry->kind == TocEntry::Kind::Group) collect(entry->children, self, pages);
    if (entry->kind == TocEntry::Kind::Page && entry->page != &self) pages.push_back(entry->page);
  }
}

std::string card_html(const PageContext& context, const Page& page) {
  const DisplayName name = split_name(page.label);
  std::string body = "<p class=\"card-title\"><a class=\"card-link\" href=\"";
  append_escaped(body, context.url_of(page.permalink));
  body += "\">";
  const std::string icon = icon_html(page.document->front_matter.icon.value);
  if (!icon.empty()) body += icon + " ";
  if (!name.emoji.empty()) {
    append(body, "<span class=\"emoji\" aria-hidden=\"true\">", name.emoji, "</span> ");
  }
  append(body, "", name.words, "</a></p>");
  if (!page.description.empty()) {
    append(body, "\n<p class=\"card-text\">", page.description, "</p>");
  }
  Value view = Value::object();
  view.set("linked", true).set("body", std::move(body));
  std::string html;
  if (const Template* card = context.theme.find_template("blocks/card")) {
    card->render(view, context.texts(), html);
  }
  return html;
}

}  // namespace

std::string child_cards_html(const PageContext& context) {
  const Page& page = context.page;
  std::vector<const Page*> pages;
  if (page.entry != nullptr) collect(page.entry->children, page, pages);
  if (pages.empty() && &page == page.book->home) collect(page.book->toc.roots, page, pages);
  if (pages.empty()) return {};
  const bool has_more = pages.size() > kMaxCards;
  if (has_more) pages.resize(kMaxCards);

  std::string body;
  for (const Page* child : pages) body += card_html(context, *child);
  while (body.ends_with('\n')) body.pop_back();
  Value view = Value::object();
  view.set("body", std::move(body));
  std::string html;
  if (const Template* cards = context.theme.find_template("blocks/cards")) {
    cards->render(view, context.texts(), html);
  }
  if (has_more) {
    append(html, "<p><a href=\"", context.url_of(contents_permalink(*page.book)), "\">");
    append(html, "", context.word("more_pages"), "</a></p>\n");
  }
  return html;
}

}  // namespace carnet
