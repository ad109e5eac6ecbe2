#include "site/space_choices.h"

#include <algorithm>

#include "site/languages.h"

namespace carnet {
namespace {

// The spaces of a section that are in one language, in their order.
struct LanguageSpaces {
  std::string language;
  std::vector<const Space*> spaces;
};

const Book* book_of(const Site& site, const Space& space) {
  return space.book == kNowhere ? nullptr : &site.books[space.book];
}

const std::string& language_of(const Site& site, const Space& space) {
  const Book* book = book_of(site, space);
  return book == nullptr ? space.language.value : book->language;
}

std::vector<LanguageSpaces> by_language(const Site& site, const Book& book) {
  const Section& section = site.structure.sections[book.section];
  std::vector<LanguageSpaces> all;
  for (std::size_t i = 0; i < section.spaces.size(); ++i) {
    const Space& space = section.spaces[i];
    if (!section.lists(i) && i != book.space) continue;
    // What does not say its language is a variant of what readers have before them.
    std::string language = language_of(site, space);
    if (language.empty()) language = book.language;
    auto found = std::ranges::find(all, language, &LanguageSpaces::language);
    if (found == all.end()) found = all.insert(all.end(), {language, {}});
    found->spaces.push_back(&space);
  }
  return all;
}

// The same variant in another language: if both have as many, it stands at the same place.
const Space& find_twin(const LanguageSpaces& other, std::size_t place, std::size_t count) {
  if (other.spaces.size() == count && other.spaces[place]->is_here()) return *other.spaces[place];
  const auto here = std::ranges::find_if(other.spaces, &Space::is_here);
  return here == other.spaces.end() ? *other.spaces.front() : **here;
}

}  // namespace

SpaceChoices choices_of(const Site& site, const Book& book) {
  SpaceChoices choices;
  if (book.section == kNowhere || site.structure.sections[book.section].spaces.size() < 2) {
    return choices;
  }
  const Space& current = site.structure.sections[book.section].spaces[book.space];
  const std::vector<LanguageSpaces> languages = by_language(site, book);
  const auto own = std::ranges::find(languages, book.language, &LanguageSpaces::language);
  if (own == languages.end()) return choices;
  if (own->spaces.size() > 1) {
    for (const Space* space : own->spaces) {
      choices.variants.push_back(
          {space->title.in(book.language), book.language, book_of(site, *space)});
    }
  }
  if (languages.size() < 2) return choices;
  const bool has_variants =
      std::ranges::any_of(languages, [](const LanguageSpaces& in) { return in.spaces.size() > 1; });
  const auto place =
      static_cast<std::size_t>(std::ranges::find(own->spaces, &current) - own->spaces.begin());
  for (const LanguageSpaces& in : languages) {
    const Space& space = &in == &*own ? current : find_twin(in, place, own->spaces.size());
    // The title of one variant is not the name of a language.
    std::string label(has_variants ? name_of_language(in.language) : space.title.in(in.language));
    choices.languages.push_back({std::move(label), in.language, book_of(site, space)});
  }
  return choices;
}

}  // namespace carnet
