// The whole site, once every document has its place: books and their tables of
// contents, pages, assets, redirects. Nothing in it changes after build_site.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/image_size.h"
#include "base/path.h"
#include "base/source_tree.h"
#include "config/book_plan.h"
#include "config/config.h"
#include "markdown/document.h"
#include "site/api/api_reference.h"
#include "site/glossary.h"
#include "site/path_index.h"

namespace carnet {

struct Book;
struct TocEntry;

// Where readers can be led to on a page.
struct PageAnchor {
  std::string id;                 // Empty for the title: it is the top of the page.
  std::vector<std::string> more;  // Other ids that the author gave to the same place.
};

// A document with a place.
struct Page {
  const Document* document = nullptr;
  const Book* book = nullptr;  // That it belongs to.
  std::string source_path;     // From the root of the sources: "guide/install.md".
  std::string permalink;       // From the root of the site: "guide/install.html".
  std::string made_of;         // The file to edit, if carnet has made the page of one; else empty.

  std::string title;                 // Words, for `<title>` and the heading of the page.
  const Node* title_node = nullptr;  // The H1 that it comes from, if it does.
  std::string label;                 // For sidebar, previous and next, mentions, cards.
  std::string description;           // May be empty.

  std::string feed_permalink;  // Of the feed of its updates; empty if it has none.

  // By its author, or because the page above it is: reachable, not listed.
  bool is_hidden = false;
  const TocEntry* entry = nullptr;  // Its place in the table of contents; null for orphans.
  std::string summary_title;        // What SUMMARY.md calls it, and where.
  Span summary_span;
  const Page* previous = nullptr;  // In reading order, past hidden pages and links.
  const Page* next = nullptr;

  std::vector<PageAnchor> anchors;  // Element i belongs to document->anchors[i].

  // Its path from the root of its book.
  std::string_view path_in_book() const;
  // True for what the sidebar shows.
  bool is_listed() const { return entry != nullptr && !is_hidden; }
};

// One line of the table of contents.
struct TocEntry {
  enum class Kind : std::uint8_t {
    Group,  // A heading of SUMMARY.md: not a page, groups those below.
    Page,   //
    Link,   // To an address on the web, or to a place on a page that stands elsewhere.
    Label,  // A line without a link.
  };

  Kind kind = Kind::Label;
  std::string label;           // Words; empty for pages behind a `***`.
  std::string icon;            // The name of the icon that SUMMARY.md gives it; mostly empty.
  const Page* page = nullptr;  // For Page, and for a Link into the book.
  std::string url;             // For a Link: an address on the web, or `#fragment` on `page`.
  TocEntry* parent = nullptr;  // Null at the top.
  std::vector<TocEntry*> children;

  bool is_visible() const {
    return kind == Kind::Page ? page->is_listed() : kind != Kind::Group || has_visible_children();
  }
  bool has_visible_children() const;
};

// The tree of SUMMARY.md, or of the folders where there is none.
struct TableOfContents {
  std::vector<TocEntry*> roots;  // Groups and, before the first of them, entries without one.
  std::deque<TocEntry> entries;  // Owns all of them.

  TocEntry& add(TocEntry::Kind kind, TocEntry* parent);
};

// An old address that leads somewhere else now.
struct Redirect {
  const Book* book = nullptr;  // That wrote it.
  std::string from;            // From the root of the site, without slashes around it.
  FileTarget target;           // The page or asset it leads to; none if it leads out of the site.
  std::string fragment;        // Without `#`.
  std::string external;        // An address on the web, if there is no target.
  Span target_span;            // Where its author wrote what it leads to.
};

struct Asset {
  std::string source_path;  // From the root of the sources.
  std::string permalink;    // From the root of the site.
  std::uint64_t size = 0;   // Bytes.
  ImageSize image;          // Of a picture.
};

// One book of the site. Mostly it is the only one; where there are several, each
// has its own start page and table of contents, and links lead from one to the
// other as they do from page to page.
struct Book : BookPlan {
  std::string title;
  std::string language;  // BCP 47.
  TableOfContents toc;
  const Page* home = nullptr;  // The start page; null if carnet writes one of its own.
  const Page* glossary_page = nullptr;
  Glossary glossary;  // The terms to link; empty if none are to be.

  // By docs.yaml: it is there, and nothing leads readers to it.
  bool is_hidden = false;

  // Where the start page is, whoever writes it.
  std::string home_permalink() const { return join_path(folder, "index.html"); }
};

// Where a space of GitBook is now: a book of this site, or an address on the web.
struct KnownSpace {
  const Book* book = nullptr;
  std::string url;
};

inline std::string_view Page::path_in_book() const { return path_below(book->root, source_path); }

struct Site {
  Config config;            // Of the site as a whole.
  SiteStructure structure;  // Of docs.yaml; empty without one.
  std::vector<Book> books;  // In the order in which readers choose; never empty.
  std::vector<Document> documents;
  std::vector<Page> pages;          // By source path.
  std::vector<Asset> assets;        // By source path.
  std::vector<Redirect> redirects;  // Those that lead somewhere, in the order of `from`.
  std::unordered_map<std::string, std::size_t> redirect_keys;  // See find_redirect.
  PathIndex index;  // Of pages and assets, by source path.

  // Books lie beside each other, and readers choose one on a page of its own.
  bool has_several_books() const { return !books.front().folder.empty(); }

  // The spaces that links at GitBook's own address lead to, by the names that it gives them.
  std::map<std::string, KnownSpace, std::less<>> spaces;

  // Pages that are not built, because their `if` is not true.
  std::vector<std::string> withheld;
  PathIndex withheld_index;
  // What pages include: their trees hold texts of these.
  std::vector<std::unique_ptr<const Document>> includes;
  ApiReference api;  // What pages show of the specifications of APIs.

  // The asset that a setting such as `logo: pictures/logo.svg` names, by its path from the folder
  // that carnet builds. Null for none, and for what is no asset.
  const Asset* find_asset(std::string_view path) const;

  // The book that readers of the site come to first.
  const Book& first_book() const { return books.front(); }

  // The redirect of an old address, in any letter case, with or without `.md`
  // or `README.md` at its end; or nullptr.
  const Redirect* find_redirect(std::string_view path) const;
};

// An old address as it is compared: folded, without what may stand at its ends.
std::string redirect_key(std::string_view path);

}  // namespace carnet
