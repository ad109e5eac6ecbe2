// The table of contents as every page shows it, and as shared files.
//
// A page carries only its own part of the tree: what is above it, around it and
// below it, within fixed limits. Its size therefore does not depend on the
// book's. What is left out is one click away: on the page of all pages, and for
// readers with a script in `_carnet/toc.js`.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "site/site.h"
#include "theme/theme.h"

namespace carnet {

// Where the shared files of a book lie, from the root of the site.
std::string contents_permalink(const Book& book);
std::string toc_permalink(const Book& book);
// The folder of its search index, with a slash at its end.
std::string search_folder(const Book& book);
std::string search_permalink(const Book& book);

class Navigation {
 public:
  // `book` and `theme` must outlive the navigation.
  Navigation(const Book& book, const Theme& theme);

  const Book& book() const { return book_; }

  // From where links are seen.
  struct Place {
    std::string_view permalink;      // Of the page that the HTML stands in, encoded.
    const Page* page = nullptr;      // What is marked as the current one; may be null.
    std::string_view absolute = {};  // If set, addresses begin with it (404.html).

    // The address of a file of the site, by its permalink, encoded.
    std::string url_of(std::string_view encoded) const;
  };

  // What stands inside `<nav data-part="toc">`.
  std::string sidebar(const Place& place) const;
  // The `<li>`s of the way to a page, from the start page on; without the page.
  std::string breadcrumbs(const Place& place) const;
  // The whole tree, for the page of all pages.
  std::string contents(const Place& place) const;
  // The whole tree, for scripts: see themes/default/js/toc.js.
  std::string toc_script() const;

 private:
  struct Entry {
    const TocEntry* source = nullptr;
    std::uint32_t parent = kNone;
    std::uint32_t depth = 0;
    std::string url;     // From the root of the site, encoded; or on the web; or empty.
    std::string icon{};  // Ready HTML; mostly empty.
    std::string name{};  // Ready HTML: its icon or emoji, and its words.
    std::vector<std::uint32_t> children{};
  };
  struct Window {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  // Which children of which entry a sidebar shows; kNone stands for the top.
  using Shown = std::unordered_map<std::uint32_t, Window>;

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  void add(const std::vector<TocEntry*>& sources, std::uint32_t parent, std::uint32_t depth,
           std::vector<std::uint32_t>& into);
  const std::vector<std::uint32_t>& children_of(std::uint32_t entry) const;
  bool is_group(std::uint32_t entry) const {
    return entries_[entry].source->kind == TocEntry::Kind::Group;
  }
  Shown choose(std::uint32_t current) const;
  // What the page's primary tag is called; empty if it has none.
  std::string_view tag_of(const Entry& entry) const;
  std::string href(const Place& place, const Entry& entry) const;

  class Sidebar;

  const Book& book_;
  const Theme& theme_;
  std::vector<Entry> entries_;  // Visible ones, in reading order.
  std::vector<std::uint32_t> roots_;
  std::unordered_map<const Page*, std::uint32_t> by_page_;
};

}  // namespace carnet
