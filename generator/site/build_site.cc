#include "site/build_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "markdown/check_icons.h"
#include "site/anchors.h"
#include "site/check_tags.h"
#include "site/choose_feeds.h"
#include "site/known_spaces.h"
#include "site/language.h"
#include "site/permalinks.h"
#include "site/portable_names.h"
#include "site/redirects.h"
#include "site/space_links.h"
#include "site/space_words.h"
#include "site/summary.h"
#include "site/titles.h"

namespace carnet {
namespace {

class Builder {
 public:
  Builder(Site& site, const Sources& texts, unsigned jobs, Diagnostics& diagnostics)
      : site_(site), texts_(texts), jobs_(jobs), diagnostics_(diagnostics) {}

  void build(SiteSources sources) {
    site_.structure = std::move(sources.structure);
    drop_unlisted(sources);
    add_books(sources.books);
    add_pages(std::move(sources.pages));
    site_.includes = std::move(sources.includes);
    site_.api = std::move(sources.api);
    site_.withheld = std::move(sources.withheld);
    for (const std::string& path : site_.withheld) site_.withheld_index.add_page(path, 0);
    add_assets(sources.assets);
    if (site_.pages.empty()) {
      diagnostics_.report(DiagnosticKind::NoPages, {}, "there is no page in this book",
                          "write a README.md, or give `carnet build` the folder of the book");
    }
    for (std::size_t i = 0; i < site_.books.size(); ++i) {
      build_toc(site_.books[i], sources.books[i]);
    }
    for (Book& book : site_.books) list_glossary(book);
    report_orphans();
    find_first_pages();
    hide_below_hidden();
    choose_titles(site_, diagnostics_);
    link_neighbours();
    find_homes();
    parallel_for(site_.pages.size(), jobs_, [&](std::size_t i) {
      Page& page = site_.pages[i];
      page.anchors = make_anchors(*page.document, page.title_node);
    });
    note_api_places();
    for (Book& book : site_.books) read_glossary(book);
    build_redirects(site_, diagnostics_);
    find_spaces(sources.books);
    report_missing_url(choose_feeds(site_) > 0);
    for (Book& book : site_.books) describe(book);
    space_words(site_);
    IconChecker icons(diagnostics_);
    check_icons(site_.structure.menu, icons);
    check_tags(site_, texts_, diagnostics_);
    check_portable_names(site_, diagnostics_);
  }

 private:
  UrlStyle style() const {
    return site_.config.urls == Config::Urls::Directory ? UrlStyle::Directory : UrlStyle::File;
  }

  // Once and for all: pages refer to their books.
  void add_books(std::vector<BookSources>& sources) {
    site_.books.reserve(sources.size());
    for (BookSources& source : sources) {
      Book& book = site_.books.emplace_back();
      static_cast<BookPlan&>(book) = std::move(source.plan);
      if (book.section == kNowhere) continue;
      book.is_hidden = !site_.structure.sections[book.section].lists(book.space);
    }
  }

  void add_pages(std::vector<ParsedPage> sources) {
    std::erase_if(sources, [](const ParsedPage& source) {
      return !source.document.front_matter.published.value;
    });
    site_.documents.reserve(sources.size());
    site_.pages.reserve(sources.size());
    for (ParsedPage& source : sources) {
      site_.documents.push_back(std::move(source.document));
      Page& page = site_.pages.emplace_back();
      page.document = &site_.documents.back();
      page.book = &site_.books[source.book];
      page.source_path = std::move(source.path);
      page.made_of = std::move(source.made_of);
      page.is_hidden = page.document->front_matter.hidden.value;
      page.description = page.document->front_matter.description.value;
      page.permalink = choose_permalink(page);
    }
    // Only now: the index keeps views of the paths, and they must not move.
    std::unordered_map<std::string_view, const Page*> by_permalink;
    for (std::uint32_t i = 0; i < site_.pages.size(); ++i) {
      const Page& page = site_.pages[i];
      site_.index.add_page(page.source_path, i);
      const auto [first, is_new] = by_permalink.emplace(page.permalink, &page);
      if (!is_new) report_duplicate(*first->second, page);
    }
  }

  static bool skips_orphans(const BookSources& book) {
    return book.plan.config.orphans.value == Config::Orphans::Skip && book.summary != nullptr;
  }

  // Reads summaries once before the real time, to see what they list.
  void drop_unlisted(SiteSources& sources) const {
    if (std::none_of(sources.books.begin(), sources.books.end(), skips_orphans)) return;
    std::vector<Book> books(sources.books.size());
    std::vector<Page> pages(sources.pages.size());
    PathIndex index;
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
      pages[i].source_path = sources.pages[i].path;
      pages[i].book = &books[sources.pages[i].book];
      index.add_page(sources.pages[i].path, i);
    }
    for (std::size_t i = 0; i < books.size(); ++i) {
      if (!skips_orphans(sources.books[i])) continue;
      static_cast<BookPlan&>(books[i]) = sources.books[i].plan;
      const Document& summary = *sources.books[i].summary;
      Diagnostics ignored;
      read_summary(summary, texts_.text(summary.source()), sources.books[i].made, index, {},
                   books[i], pages, ignored);
    }
    std::vector<ParsedPage> listed;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const BookSources& book = sources.books[sources.pages[i].book];
      const bool is_kept =
          !skips_orphans(book) || pages[i].entry != nullptr ||
          pages[i].source_path == join_path(book.plan.root, book.plan.config.readme) ||
          pages[i].source_path == glossary_path(book.plan);
      if (is_kept) listed.push_back(std::move(sources.pages[i]));
    }
    sources.pages = std::move(listed);
  }

  std::string choose_permalink(const Page& page) {
    const auto& chosen = page.document->front_matter.permalink;
    if (chosen.is_written()) {
      const std::string permalink = chosen_permalink(chosen.value, style());
      if (!permalink.empty()) return join_path(page.book->folder, permalink);
      diagnostics_.report(DiagnosticKind::InvalidFrontMatter, chosen.span,
                          fmt::format("`{}` is no address of this site", chosen.value),
                          "write it as `/folder/page`");
    }
    return join_path(page.book->folder,
                     page_permalink(page.path_in_book(), page.book->config.readme, style()));
  }

  void report_duplicate(const Page& first, const Page& second) {
    const Span where = second.document->front_matter.permalink.is_written()
                           ? second.document->front_matter.permalink.span
                           : second.document->span(0, 0);
    diagnostics_.report(DiagnosticKind::DuplicateAddress, where,
                        fmt::format("`{}` has the same address as `{}`: `{}`", second.source_path,
                                    first.source_path, second.permalink),
                        "rename one of the two");
  }

  void add_assets(const std::vector<AssetFile>& files) {
    std::unordered_map<std::string_view, const Page*> pages;
    for (const Page& page : site_.pages) pages.emplace(page.permalink, &page);
    site_.assets.reserve(files.size());
    for (const AssetFile& file : files) {
      Asset& asset = site_.assets.emplace_back();
      asset.source_path = file.path;
      asset.permalink = asset_permalink(file.path);
      asset.size = file.size;
      asset.image = file.image;
      if (const auto page = pages.find(asset.permalink); page != pages.end()) {
        diagnostics_.report(DiagnosticKind::DuplicateAddress, page->second->document->span(0, 0),
                            fmt::format("`{}` has the same address as `{}`: `{}`",
                                        page->second->source_path, file.path, asset.permalink),
                            "rename one of the two");
      }
    }
    for (std::uint32_t i = 0; i < site_.assets.size(); ++i) {
      site_.index.add_asset(site_.assets[i].source_path, i);
    }
  }

  void build_toc(Book& book, const BookSources& source) {
    if (source.summary != nullptr) {
      const std::string_view text = texts_.text(source.summary->source());
      book.toc = read_summary(*source.summary, text, source.made, site_.index, site_.withheld_index,
                              book, site_.pages, diagnostics_);
    } else {
      book.toc = read_folders(book, site_.pages);
    }
  }

  // Where the glossary of a book is, if it is one; "" if it is a page as any other.
  static std::string glossary_path(const BookPlan& book) {
    if (book.config.glossary == Config::GlossaryUse::Off) return {};
    return join_path(book.root, book.config.glossary_file);
  }

  // A glossary that the summary does not list stands behind all that it does.
  void list_glossary(Book& book) {
    const std::string path = glossary_path(book);
    if (path.empty()) return;
    const FileTarget found = site_.index.find_file(path).target;
    if (found.kind != FileTarget::Kind::Page || site_.pages[found.index].source_path != path)
      return;
    Page& page = site_.pages[found.index];
    book.glossary_page = &page;
    if (page.entry != nullptr) return;
    TocEntry* parent = nullptr;
    if (!book.toc.roots.empty() && book.toc.roots.back()->kind == TocEntry::Kind::Group) {
      parent = &book.toc.add(TocEntry::Kind::Group, nullptr);
    }
    TocEntry& entry = book.toc.add(TocEntry::Kind::Page, parent);
    entry.page = &page;
    page.entry = &entry;
  }

  void read_glossary(Book& book) const {
    if (book.glossary_page == nullptr || book.config.glossary != Config::GlossaryUse::Link) return;
    const Page& page = *book.glossary_page;
    for (const Heading& heading : page.document->headings) {
      if (heading.node == page.title_node) continue;
      const std::string& anchor = page.anchors[heading.anchor].id;
      book.glossary.add({heading.text, anchor, definition_below(*heading.node)});
    }
  }

  // The words of the paragraph that follows a heading, as far as a tooltip goes.
  static std::string definition_below(const Node& heading) {
    constexpr std::size_t kMaxBytes = 300;
    const Node* paragraph = heading.next;
    if (paragraph == nullptr || paragraph->kind != NodeKind::Paragraph) return {};
    const std::string words = to_plain_text(*paragraph);
    const std::string_view whole = trim(words);
    if (whole.size() <= kMaxBytes) return std::string(whole);
    const std::string_view begin = prefix_of(whole, kMaxBytes);
    return std::string(trim_end(begin.substr(0, begin.rfind(' ')))) + "…";
  }

  void note_api_places() {
    ApiReference& api = site_.api;
    if (api.blocks.empty()) return;
    for (const Page& page : site_.pages) {
      for (const Node* node : page.document->api_blocks) {
        const ApiBlock* block = api.find(*node);
        if (block == nullptr) continue;
        if (block->operation != nullptr) {
          api.operation_places.try_emplace(block->operation, ApiPlace{&page, block->heading});
        }
        if (block->kind != ApiBlock::Kind::Schemas) continue;
        for (const ApiBlock::Model& model : block->models) {
          api.schema_places.try_emplace(model.schema, ApiPlace{&page, model.heading});
        }
      }
    }
  }

  void report_orphans() {
    for (const Page& page : site_.pages) {
      if (page.entry != nullptr) continue;
      const Config& config = page.book->config;
      const bool is_error = config.orphans.value == Config::Orphans::Error;
      diagnostics_.report(
          is_error ? DiagnosticKind::OrphanNotAllowed : DiagnosticKind::OrphanPage,
          page.document->span(0, 0),
          fmt::format("`{}` is not listed in `{}`", page.path_in_book(), config.summary),
          "list it there, or add it to `exclude` in `carnet.yaml`");
    }
  }

  template <typename Visit>
  void visit_entries(const std::vector<TocEntry*>& entries, const Visit& visit) {
    for (TocEntry* entry : entries) {
      visit(*entry);
      visit_entries(entry->children, visit);
    }
  }

  std::uint32_t index_of(const Page& page) const {
    return static_cast<std::uint32_t>(&page - site_.pages.data());
  }

  void find_first_pages() {
    for (const Book& book : site_.books) {
      visit_entries(book.toc.roots, [&](const TocEntry& entry) {
        if (entry.kind != TocEntry::Kind::Page) return;
        site_.index.set_first_page(entry.page->source_path, index_of(*entry.page));
      });
    }
  }

  void hide_below_hidden() {
    for (const Book& book : site_.books) {
      visit_entries(book.toc.roots, [&](const TocEntry& entry) {
        if (entry.kind != TocEntry::Kind::Page || !entry.page->is_hidden) return;
        visit_entries(entry.children, [&](const TocEntry& below) {
          if (below.kind != TocEntry::Kind::Page) return;
          site_.pages[index_of(*below.page)].is_hidden = true;
        });
      });
    }
  }

  void link_neighbours() {
    for (const Book& book : site_.books) {
      Page* previous = nullptr;
      visit_entries(book.toc.roots, [&](const TocEntry& entry) {
        if (entry.kind != TocEntry::Kind::Page || !entry.page->is_listed()) return;
        Page& page = site_.pages[index_of(*entry.page)];
        page.previous = previous;
        if (previous != nullptr) previous->next = &page;
        previous = &page;
        first_pages_.emplace(&book, &page);
      });
    }
  }

  static void check_icons(const std::vector<SectionEntry>& menu, IconChecker& icons) {
    for (const SectionEntry& entry : menu) {
      icons.check(entry.icon.value, entry.icon.span);
      check_icons(entry.entries, icons);
    }
  }

  void find_spaces(const std::vector<BookSources>& books) {
    std::vector<const Document*> summaries;
    summaries.reserve(books.size());
    for (const BookSources& book : books) summaries.push_back(book.summary);
    find_known_spaces(site_, summaries, texts_, diagnostics_);
    resolve_redirects(site_, diagnostics_);
    resolve_toc_links(site_, summaries, texts_, diagnostics_);
  }

  void report_missing_url(bool has_news) {
    if (site_.config.url.is_written()) return;
    diagnostics_.report(DiagnosticKind::MissingUrl, {},
                        has_news
                            ? "`url` is not set, so there are no canonical links, no sitemap "
                              "and no feeds of updates"
                            : "`url` is not set, so there are no canonical links and no sitemap",
                        "write the address of the site into `carnet.yaml`: `url: https://...`");
  }

  void find_homes() {
    for (Book& book : site_.books) {
      const std::string permalink = book.home_permalink();
      const auto home = std::find_if(site_.pages.begin(), site_.pages.end(),
                                     [&](const Page& page) { return page.permalink == permalink; });
      if (home != site_.pages.end()) book.home = &*home;
    }
  }

  void describe(Book& book) const {
    book.title = book.config.title.value;
    if (book.title.empty() && book.home != nullptr) book.title = book.home->title;
    // Never the folder's name: the same book is the same site anywhere.
    if (const auto first = first_pages_.find(&book);
        book.title.empty() && first != first_pages_.end()) {
      book.title = first->second->title;
    }
    book.language = book.config.language.value;
    if (!book.language.empty()) return;
    std::vector<std::string_view> texts;
    texts.reserve(site_.pages.size());
    for (const Page& page : site_.pages) {
      if (page.book != &book) continue;
      texts.push_back(
          texts_.text(page.document->source()).substr(page.document->front_matter.body_begin));
    }
    book.language = guess_language(texts);
  }

  Site& site_;
  const Sources& texts_;
  unsigned jobs_;
  Diagnostics& diagnostics_;
  std::unordered_map<const Book*, const Page*> first_pages_;  // In reading order.
};

}  // namespace

bool is_page_source(std::string_view path, const Config& config) {
  return equals_ignoring_case(extension_of(path), ".md") && path != config.summary &&
         !has_dot_segment(path) && !is_inside(path, "node_modules");
}

void build_site(Site& site, Config config, SiteSources sources, const Sources& texts, unsigned jobs,
                Diagnostics& diagnostics) {
  site.config = std::move(config);
  Builder(site, texts, jobs, diagnostics).build(std::move(sources));
}

}  // namespace carnet
