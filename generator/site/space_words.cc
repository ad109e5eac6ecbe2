#include "site/space_words.h"

#include "base/french_spacing.h"

namespace carnet {
namespace {

void space(std::string& words) { words = with_french_spacing(words); }

// The names that docs.yaml gives: translations say their language, and the rest is written in that
// of what it names.
class StructureSpacing {
 public:
  explicit StructureSpacing(Site& site) : site_(site) {}

  void apply() {
    SiteStructure& structure = site_.structure;
    for (Section& section : structure.sections) {
      const std::size_t landing = section.landing_space();
      const Book* book = book_of(section, landing);
      apply(section.title, book);
      apply(section.description, book);
      for (std::size_t i = 0; i < section.spaces.size(); ++i) {
        apply(section.spaces[i].title, book_of(section, i));
      }
    }
    apply(structure.menu);
  }

 private:
  const Book* book_of(const Section& section, std::size_t space) const {
    const bool is_here = space < section.spaces.size() && section.spaces[space].book != kNowhere;
    return is_here ? &site_.books[section.spaces[space].book] : nullptr;
  }

  void apply(std::vector<SectionEntry>& menu) {
    for (SectionEntry& entry : menu) {
      if (entry.section == kNowhere) {
        apply(entry.title, nullptr);
        apply(entry.entries);
      } else {
        entry.title = site_.structure.sections[entry.section].title;
      }
    }
  }

  void apply(LocalText& text, const Book* book) {
    const Book& of = book == nullptr ? site_.first_book() : *book;
    if (is_spaced(of, of.language)) space(text.text);
    for (auto& [language, words] : text.translations) {
      if (is_spaced(of, language)) space(words);
    }
  }

  Site& site_;
};

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
  if (!site.structure.empty()) StructureSpacing(site).apply();
}

}  // namespace carnet
