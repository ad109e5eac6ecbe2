#include "render/search_files.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/javascript.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "base/value.h"
#include "render/navigation.h"
#include "render/page_view.h"
#include "site/space_words.h"

namespace carnet {
namespace {

// "_carnet/search.fr.js". Scripts take the language from their page, and know no better than this
// what an author may have written there.
std::string dialog_path(std::string_view language) {
  std::string name = to_lower(language);
  std::ranges::replace_if(
      name, [](char c) { return !is_letter(c) && !is_digit(c) && c != '-'; }, '_');
  return "_carnet/search." + name + ".js";
}

// What readers of `language` know a book by: its section, and which of several spaces it is there.
std::string name_of(const Site& site, const Book& book, std::string_view language) {
  if (book.section == kNowhere) return book.name.empty() ? book.title : book.name;
  const Section& section = site.structure.sections[book.section];
  const std::string& name = section.spaces[book.space].title.in(language);
  if (section.title.empty()) return name;
  const std::string& title = section.title.in(language);
  return section.spaces.size() == 1 || name == title ? title : title + " · " + name;
}

// [{name, language, index, contents, page}, …], with paths from the root of the site. `hidden` are
// those that only their own pages search.
std::string books_script(const Site& site, std::string_view of_language) {
  std::string script = "[";
  for (const Book& book : site.books) {
    if (!has_search(book)) continue;
    if (script.size() > 1) script += ",\n";
    script += "{name:" + quote_javascript(name_of(site, book, of_language));
    script += ",language:" + quote_javascript(book.language);
    script += ",index:" + quote_javascript(encode_path(search_folder(book)));
    script += ",contents:" + quote_javascript(encode_path(contents_permalink(book)));
    script += ",page:" + quote_javascript(encode_path(search_permalink(book)));
    script += book.is_hidden ? ",hidden:1}" : "}";
  }
  return script + "]";
}

}  // namespace

bool is_findable(const Page& page) {
  return page.is_listed() && !page.document->front_matter.no_index.value;
}

bool has_search(const Book& book) {
  return book.config.search && std::ranges::any_of(book.toc.entries, [](const TocEntry& entry) {
           return entry.kind == TocEntry::Kind::Page && is_findable(*entry.page);
         });
}

std::vector<OutputFile> search_dialogs(const Site& site, const Theme& theme) {
  std::vector<OutputFile> files;
  const Template* found = theme.find_template("search-dialog");
  if (found == nullptr || std::ranges::none_of(site.books, has_search)) return files;
  std::set<std::string_view> languages;
  for (const Book& book : site.books) languages.insert(book.language);
  for (const Page& page : site.pages) languages.insert(language_of(page));
  // Of the page where readers choose a book.
  if (site.config.language.is_written()) languages.insert(site.config.language.value);

  for (const std::string_view language : languages) {
    OutputFile file{.path = dialog_path(language), .bytes = {}};
    // Of two that differ in nothing else, one is enough.
    if (std::ranges::find(files, file.path, &OutputFile::path) != files.end()) continue;
    std::string html;
    Value view = Value::object();
    view.set("language", language).set("direction", direction_of(language));
    found->render(view, theme.texts(language), html);
    file.bytes = "carnet.searching={books:" + books_script(site, language) +
                 ",\nhtml:" + quote_javascript(html) + "}\n";
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace carnet
