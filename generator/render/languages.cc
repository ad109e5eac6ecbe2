#include "render/languages.h"

#include <vector>

#include "base/html_escape.h"
#include "base/url.h"
#include "render/page_view.h"
#include "site/counterpart.h"
#include "site/space_choices.h"

namespace carnet {
namespace {

std::string alternate(std::string_view language, const std::string& address) {
  return "<link rel=\"alternate\" hreflang=\"" + escape_html(language) + "\" href=\"" +
         escape_html(address) + "\">\n";
}

std::vector<SpaceChoice> all_books(const Site& site) {
  std::vector<SpaceChoice> choices;
  for (const Book& book : site.books) choices.push_back({book.name, book.language, &book});
  return choices;
}

// The books that are this one in other languages, and itself.
std::vector<SpaceChoice> languages_of(const Site& site, const Book* current) {
  if (site.structure.empty()) {
    return site.has_several_books() ? all_books(site) : std::vector<SpaceChoice>();
  }
  return current == nullptr ? std::vector<SpaceChoice>() : choices_of(site, *current).languages;
}

enum class Kind { Languages, Variants };

std::string choices_html(const Site& site, const std::vector<SpaceChoice>& choices, Kind kind,
                         const Book* current, const Navigation::Place& place, const Theme& theme) {
  std::string html;
  for (const SpaceChoice& choice : choices) {
    const std::string language = escape_html(choice.language);
    const std::string lang =
        kind == Kind::Languages && !language.empty() ? " lang=\"" + language + "\"" : "";
    if (choice.book == nullptr) {
      html += "<li>" + elsewhere_html(escape_html(choice.label), lang, current->language, theme);
      html += "</li>";
      continue;
    }
    const Book& other = *choice.book;
    const Page* page = place.page == nullptr ? nullptr : find_counterpart(site, *place.page, other);
    html += "<li><a href=\"";
    const std::string permalink = page != nullptr ? page->permalink : other.home_permalink();
    html += escape_html(place.url_of(encode_path(permalink))) + "\"" + lang;
    if (!lang.empty()) html += " hreflang=\"" + language + "\"";
    if (&other == current) html += " aria-current=\"true\"";
    html += ">" + escape_html(choice.label) + "</a></li>";
  }
  return html;
}

}  // namespace

std::string elsewhere_html(std::string_view label_html, std::string_view attributes,
                           std::string_view language, const Theme& theme) {
  const std::string words = escape_html(theme.text(language, "elsewhere"));
  std::string html = "<span class=\"elsewhere\" title=\"" + words + "\">";
  html += attributes.empty()
              ? std::string(label_html)
              : "<span" + std::string(attributes) + ">" + std::string(label_html) + "</span>";
  return html + " <span class=\"vh\">" + words + "</span></span>";
}

std::string languages_html(const Site& site, const Book* current, const Navigation::Place& place,
                           const Theme& theme) {
  return choices_html(site, languages_of(site, current), Kind::Languages, current, place, theme);
}

std::string variants_html(const Site& site, const Book& current, const Navigation::Place& place,
                          const Theme& theme) {
  return choices_html(site, choices_of(site, current).variants, Kind::Variants, &current, place,
                      theme);
}

std::string language_links_html(const Site& site, const Page& page) {
  std::string html;
  if (!site.config.url.is_written()) return html;
  bool has_counterpart = false;
  for (const SpaceChoice& choice : languages_of(site, page.book)) {
    const Book* other = choice.book;
    if (other == nullptr) continue;
    const bool is_own = other == page.book;
    // Two books in one language are no translations of each other.
    if (!is_own && other->language == page.book->language) continue;
    const Page* counterpart = find_counterpart(site, page, *other);
    if (counterpart == nullptr) continue;
    has_counterpart = has_counterpart || !is_own;
    html += alternate(other->language, web_address(site, counterpart->permalink));
  }
  if (!has_counterpart) return {};
  // Where readers choose a language themselves.
  if (&page == page.book->home && site.structure.empty()) {
    html += alternate("x-default", web_address(site, "index.html"));
  }
  html.pop_back();  // The last line ends with the template's.
  return html;
}

}  // namespace carnet
