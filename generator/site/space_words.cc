#include "site/space_words.h"

#include "base/french_spacing.h"

namespace carnet {
namespace {

void space(std::string& words) { words = with_french_spacing(words); }

}  // namespace

bool is_spaced(const Book& book, std::string_view language) {
  return book.config.typography == Config::Typography::ByLanguage && has_french_spacing(language);
}

std::string_view language_of(const Page& page) {
  const FrontMatter& front = page.document->front_matter;
  return front.lang.is_written() ? std::string_view(front.lang.value)
                                 : std::string_view(page.book->language);
}

void space_words(Site& site) {
  for (std::size_t i = 0; i < site.pages.size(); ++i) {
    Page& page = site.pages[i];
    if (!is_spaced(*page.book, language_of(page))) continue;
    space(page.title);
    space(page.label);
    space(page.description);
    for (Heading& heading : site.documents[i].headings) space(heading.text);
  }
  for (Book& book : site.books) {
    if (!is_spaced(book, book.language)) continue;
    space(book.title);
    for (TocEntry& entry : book.toc.entries) space(entry.label);
  }
}

}  // namespace carnet
