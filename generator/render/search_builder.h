// Collects the pages of a site for its search, while they are drawn.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/output_file.h"
#include "base/value.h"
#include "search/search_index.h"
#include "site/site.h"

namespace carnet {

class SearchBuilder {
 public:
  explicit SearchBuilder(const Site& site);

  // Takes what a page shows; of pages that are not to be found, nothing. Pages come in any order
  // and from several threads, each once. `view` is what the template `page` is given.
  void add(const Page& page, const Value& view, std::string_view language);

  // The indexes of all books.
  std::vector<OutputFile> files(unsigned jobs);

 private:
  struct Place {
    std::size_t book = 0;
    std::size_t page = 0;  // Of the index; kNone for what is not in it.
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void add_entries(const std::vector<TocEntry*>& entries, std::size_t book, std::string_view group);
  void add_page(const Page& page, std::size_t book, std::string_view group);

  const Site& site_;
  std::vector<Place> places_;      // Page by page of the site.
  std::vector<SearchBook> books_;  // Book by book of the site.
};

}  // namespace carnet
