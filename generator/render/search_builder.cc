#include "render/search_builder.h"

#include <algorithm>
#include <utility>

#include "base/url.h"
#include "render/navigation.h"
#include "render/search_files.h"
#include "search/engine_files.h"

namespace carnet {
namespace {

bool has_groups(const TableOfContents& toc) {
  return std::any_of(toc.roots.begin(), toc.roots.end(), [](const TocEntry* entry) {
    return entry->kind == TocEntry::Kind::Group && entry->is_visible();
  });
}

std::string_view text_of(const Value& view, std::string_view name) {
  const Value* value = view.find(name);
  return value == nullptr || value->text() == nullptr ? std::string_view() : *value->text();
}

// What stands above the page in the table of contents, outermost first.
std::vector<std::string> names_above(const Page& page) {
  std::vector<std::string> names;
  for (const TocEntry* entry = page.entry->parent; entry != nullptr; entry = entry->parent) {
    if (!entry->label.empty()) names.push_back(entry->label);
  }
  std::reverse(names.begin(), names.end());
  return names;
}

}  // namespace

SearchBuilder::SearchBuilder(const Site& site)
    : site_(site), places_(site.pages.size(), {0, kNone}), books_(site.books.size()) {
  for (std::size_t i = 0; i < site.books.size(); ++i) {
    const Book& book = site.books[i];
    books_[i].language = book.language;
    if (!book.config.search) continue;
    const bool by_group = has_groups(book.toc);
    for (const TocEntry* entry : book.toc.roots) {
      // Without groups, what has pages below it is one.
      const bool is_group =
          by_group ? entry->kind == TocEntry::Kind::Group : entry->has_visible_children();
      const std::string_view name = is_group ? std::string_view(entry->label) : std::string_view();
      if (entry->kind == TocEntry::Kind::Page) add_page(*entry->page, i, name);
      add_entries(entry->children, i, name);
    }
  }
}

void SearchBuilder::add_entries(const std::vector<TocEntry*>& entries, std::size_t book,
                                std::string_view group) {
  for (const TocEntry* entry : entries) {
    if (entry->kind == TocEntry::Kind::Page) add_page(*entry->page, book, group);
    add_entries(entry->children, book, group);
  }
}

void SearchBuilder::add_page(const Page& page, std::size_t book, std::string_view group) {
  const auto number = static_cast<std::size_t>(&page - site_.pages.data());
  if (!is_findable(page) || places_[number].page != kNone) return;
  SearchBook& index = books_[book];
  const std::string_view last =
      index.groups.empty() ? std::string_view() : std::string_view(index.groups.back().name);
  if (group != last) index.groups.push_back({std::string(group), index.pages.size()});
  places_[number] = {book, index.pages.size()};
  index.pages.emplace_back();
}

void SearchBuilder::add(const Page& page, const Value& view, std::string_view language) {
  const Place place = places_[static_cast<std::size_t>(&page - site_.pages.data())];
  if (place.page == kNone) return;
  const std::string_view tags = text_of(view, "tags_html");
  std::string_view html = text_of(view, "content_html");
  std::string with_tags;  // Few pages have some.
  if (!tags.empty()) html = with_tags.append(tags).append(html);
  SearchPage searched;
  searched.title = page.title;
  searched.url = encode_path(page.permalink);
  searched.above = names_above(page);
  searched.description = page.description;
  searched.language = language;
  searched.html = html;
  books_[place.book].pages[place.page] = index_page(std::move(searched));
}

std::vector<OutputFile> SearchBuilder::files(unsigned jobs) {
  std::vector<OutputFile> files;
  std::vector<std::string> languages;
  for (const SearchBook& book : books_) {
    for (const IndexedPage& page : book.pages) {
      if (languages.empty() || languages.back() != page.language)
        languages.push_back(page.language);
    }
  }
  if (languages.empty()) return files;
  files = engine_files(languages);
  for (std::size_t i = 0; i < books_.size(); ++i) {
    for (OutputFile& file : make_search_index(search_folder(site_.books[i]), books_[i], jobs)) {
      files.push_back(std::move(file));
    }
    books_[i] = {};
  }
  return files;
}

}  // namespace carnet
