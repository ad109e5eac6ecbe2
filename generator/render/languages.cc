#include "render/languages.h"

#include "base/html_escape.h"
#include "base/url.h"
#include "render/page_view.h"
#include "site/counterpart.h"

namespace carnet {
namespace {

std::string alternate(std::string_view language, const std::string& address) {
  return "<link rel=\"alternate\" hreflang=\"" + escape_html(language) + "\" href=\"" +
         escape_html(address) + "\">\n";
}

}  // namespace

std::string languages_html(const Site& site, const Book* current, const Navigation::Place& place) {
  std::string html;
  if (!site.has_several_books()) return html;
  for (const Book& other : site.books) {
    const Page* page = place.page == nullptr ? nullptr : find_counterpart(site, *place.page, other);
    const std::string language = escape_html(other.language);
    html += "<li><a href=\"";
    const std::string permalink = page != nullptr ? page->permalink : other.home_permalink();
    html += escape_html(place.url_of(encode_path(permalink)));
    html += "\" lang=\"" + language + "\" hreflang=\"" + language + "\"";
    if (&other == current) html += " aria-current=\"true\"";
    html += ">" + escape_html(other.name) + "</a></li>";
  }
  return html;
}

std::string language_links_html(const Site& site, const Page& page) {
  std::string html;
  if (!site.has_several_books() || !site.config.url.is_written()) return html;
  bool has_counterpart = false;
  for (const Book& other : site.books) {
    const bool is_own = &other == page.book;
    // Two books in one language are no translations of each other.
    if (!is_own && other.language == page.book->language) continue;
    const Page* counterpart = find_counterpart(site, page, other);
    if (counterpart == nullptr) continue;
    has_counterpart = has_counterpart || !is_own;
    html += alternate(other.language, web_address(site, counterpart->permalink));
  }
  if (!has_counterpart) return {};
  if (&page == page.book->home) html += alternate("x-default", web_address(site, "index.html"));
  html.pop_back();  // The last line ends with the template's.
  return html;
}

}  // namespace carnet
