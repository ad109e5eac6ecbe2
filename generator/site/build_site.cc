#include "site/build_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/parallel.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "site/anchors.h"
#include "site/check_specs.h"
#include "site/check_tags.h"
#include "site/choose_feeds.h"
#include "site/language.h"
#include "site/permalinks.h"
#include "site/portable_names.h"
#include "site/redirects.h"
#include "site/summary.h"
#include "site/titles.h"

namespace carnet {
namespace {

class Builder {
 public:
  Builder(Site& site, const Sources& texts, unsigned jobs, Diagnostics& diagnostics)
      : site_(site), texts_(texts), jobs_(jobs), diagnostics_(diagnostics) {}

  void build(SiteSources sources) {
    if (site_.config.orphans.value == Config::Orphans::Skip) drop_unlisted(sources);
    add_pages(std::move(sources.pages));
    site_.includes = std::move(sources.includes);
    site_.withheld = std::move(sources.withheld);
    for (const std::string& path : site_.withheld) site_.withheld_index.add_page(path, 0);
    add_assets(sources.assets);
    if (site_.pages.empty()) {
      diagnostics_.report(DiagnosticKind::NoPages, {}, "there is no page in this book",
                          "write a README.md, or give `carnet build` the folder of the book");
    }
    build_toc(sources.summary);
    find_first_pages();
    hide_below_hidden();
    choose_titles(site_, diagnostics_);
    link_neighbours();
    find_home();
    parallel_for(site_.pages.size(), jobs_, [&](std::size_t i) {
      Page& page = site_.pages[i];
      page.anchors = make_anchors(*page.document, page.title_node);
    });
    build_redirects(site_, diagnostics_);
    describe_book();
    check_specs(site_, diagnostics_);
    check_tags(site_, texts_, diagnostics_);
    check_portable_names(site_, diagnostics_);
  }

 private:
  UrlStyle style() const {
    return site_.config.urls == Config::Urls::Directory ? UrlStyle::Directory : UrlStyle::File;
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
      page.source_path = std::move(source.path);
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

  // Reads the summary once before the real time, to see what it lists.
  void drop_unlisted(SiteSources& sources) const {
    if (sources.summary == nullptr) return;
    std::vector<Page> pages(sources.pages.size());
    PathIndex index;
    for (std::uint32_t i = 0; i < pages.size(); ++i) {
      pages[i].source_path = sources.pages[i].path;
      index.add_page(sources.pages[i].path, i);
    }
    Diagnostics ignored;
    read_summary(*sources.summary, texts_.text(sources.summary->source()), index, {}, pages,
                 ignored);
    std::vector<ParsedPage> listed;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (pages[i].entry == nullptr && pages[i].source_path != site_.config.readme) continue;
      listed.push_back(std::move(sources.pages[i]));
    }
    sources.pages = std::move(listed);
  }

  std::string choose_permalink(const Page& page) {
    const auto& chosen = page.document->front_matter.permalink;
    if (chosen.is_written()) {
      std::string permalink = chosen_permalink(chosen.value, style());
      if (!permalink.empty()) return permalink;
      diagnostics_.report(DiagnosticKind::InvalidFrontMatter, chosen.span,
                          fmt::format("`{}` is no address of this site", chosen.value),
                          "write it as `/folder/page`");
    }
    return page_permalink(page.source_path, site_.config.readme, style());
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

  void build_toc(const Document* summary) {
    if (summary != nullptr) {
      site_.toc = read_summary(*summary, texts_.text(summary->source()), site_.index,
                               site_.withheld_index, site_.pages, diagnostics_);
    } else {
      site_.toc = read_folders(site_.pages);
    }
    for (const Page& page : site_.pages) {
      if (page.entry != nullptr) continue;
      const bool is_error = site_.config.orphans.value == Config::Orphans::Error;
      diagnostics_.report(
          is_error ? DiagnosticKind::OrphanNotAllowed : DiagnosticKind::OrphanPage,
          page.document->span(0, 0),
          fmt::format("`{}` is not listed in `{}`", page.source_path, site_.config.summary),
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
    visit_entries(site_.toc.roots, [&](const TocEntry& entry) {
      if (entry.kind != TocEntry::Kind::Page) return;
      site_.index.set_first_page(entry.page->source_path, index_of(*entry.page));
    });
  }

  void hide_below_hidden() {
    visit_entries(site_.toc.roots, [&](const TocEntry& entry) {
      if (entry.kind != TocEntry::Kind::Page || !entry.page->is_hidden) return;
      visit_entries(entry.children, [&](const TocEntry& below) {
        if (below.kind == TocEntry::Kind::Page) site_.pages[index_of(*below.page)].is_hidden = true;
      });
    });
  }

  void link_neighbours() {
    Page* previous = nullptr;
    visit_entries(site_.toc.roots, [&](const TocEntry& entry) {
      if (entry.kind != TocEntry::Kind::Page || !entry.page->is_listed()) return;
      Page& page = site_.pages[index_of(*entry.page)];
      page.previous = previous;
      if (first_page_ == nullptr) first_page_ = &page;
      if (previous != nullptr) previous->next = &page;
      previous = &page;
    });
  }

  void find_home() {
    for (const Page& page : site_.pages) {
      if (page.permalink == "index.html") site_.home = &page;
    }
  }

  void describe_book() {
    const bool has_news = choose_feeds(site_) > 0;
    if (!site_.config.url.is_written()) {
      diagnostics_.report(DiagnosticKind::MissingUrl, {},
                          has_news
                              ? "`url` is not set, so there are no canonical links, no sitemap "
                                "and no feeds of updates"
                              : "`url` is not set, so there are no canonical links and no sitemap",
                          "write the address of the site into `carnet.yaml`: `url: https://...`");
    }
    site_.title = site_.config.title.value;
    if (site_.title.empty() && site_.home != nullptr) site_.title = site_.home->title;
    // Never the folder's name: the same book is the same site anywhere.
    if (site_.title.empty() && first_page_ != nullptr) site_.title = first_page_->title;
    site_.language = site_.config.language.value;
    if (!site_.language.empty()) return;
    std::vector<std::string_view> texts;
    texts.reserve(site_.pages.size());
    for (const Page& page : site_.pages) {
      texts.push_back(
          texts_.text(page.document->source()).substr(page.document->front_matter.body_begin));
    }
    site_.language = guess_language(texts);
  }

  Site& site_;
  const Sources& texts_;
  unsigned jobs_;
  Diagnostics& diagnostics_;
  const Page* first_page_ = nullptr;  // In reading order.
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
