#include "site/redirects.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "base/url.h"
#include "site/find_target.h"
#include "site/permalinks.h"
#include "site/suggest.h"

namespace carnet {
namespace {

std::string_view without_slashes(std::string_view path) {
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

// A redirect as somebody wrote it.
struct Wish {
  const Book* book = nullptr;  // Whose addresses these are; null: those of the whole site.
  std::string from;
  Span from_span;
  std::string to;
  Span to_span;
  FileTarget known_target;  // Set where a page itself asks for it.
};

class Builder {
 public:
  Builder(Site& site, Diagnostics& diagnostics) : site_(site), diagnostics_(diagnostics) {}

  void build() {
    collect();
    for (std::size_t i = 0; i < wishes_.size(); ++i) by_key_.emplace(key_of(i), i);
    for (const Page& page : site_.pages) taken_.insert(fold_address(page.permalink));
    for (const Wish& wish : wishes_) add(wish);
    if (!site_.structure.empty()) add_addresses_on_gitbook();
    std::sort(site_.redirects.begin(), site_.redirects.end(),
              [](const Redirect& a, const Redirect& b) { return a.from < b.from; });
  }

 private:
  static std::string fold_address(std::string_view permalink) {
    return to_lower_unicode(permalink);
  }
  std::string key_of(std::size_t i) const {
    return redirect_key(address_of(wishes_[i], without_slashes(wishes_[i].from)));
  }

  void collect() {
    for (const Book& book : site_.books) collect(&book, book.config.redirects);
    if (site_.has_several_books()) collect(nullptr, site_.config.redirects);
    for (std::uint32_t i = 0; i < site_.pages.size(); ++i) {
      const Page& page = site_.pages[i];
      const FrontMatter& front = page.document->front_matter;
      const FileTarget self{FileTarget::Kind::Page, i};
      for (const auto& from : front.redirect_from) {
        wishes_.push_back({page.book, from.value, from.span, {}, from.span, self});
      }
      if (!front.permalink.is_written()) continue;
      // The page has moved away from its own place.
      const std::string own =
          page_permalink(page.path_in_book(), page.book->config.readme, UrlStyle::File);
      if (join_path(page.book->folder, own) != page.permalink) {
        wishes_.push_back({page.book, own, front.permalink.span, {}, front.permalink.span, self});
      }
    }
  }

  void collect(const Book* book, const std::vector<RedirectRule>& rules) {
    for (const RedirectRule& rule : rules) {
      wishes_.push_back(
          {book, rule.from.value, rule.from.span, rule.to.value, rule.to.span, FileTarget{}});
    }
  }

  static std::string address_of(const Wish& wish, std::string_view path) {
    return join_path(wish.book != nullptr ? wish.book->folder : "", path);
  }

  void add(const Wish& wish) {
    const std::string_view written = without_slashes(split_url(wish.from).path);
    const std::optional<std::string> from = resolve_path("", decode_percent(written));
    if (!from || from->empty()) {
      report(DiagnosticKind::BrokenRedirect, wish.from_span,
             fmt::format("`{}` is no address of this site", wish.from), {});
      return;
    }
    // `old/page.md` is the address that GitBook gave to that file.
    std::string address = address_of(wish, *from);
    if (extension_of(address) == ".md") {
      address = is_readme(address) ? std::string(folder_of(address))
                                   : address.substr(0, address.size() - 3);
    }
    Redirect redirect;
    if (!find_destination(wish, redirect)) return;
    const std::string permalink = redirect_permalink(address);
    if (taken_.count(fold_address(permalink)) > 0 ||
        taken_.count(fold_address(address + ".html")) > 0) {
      if (leads_to_itself(redirect, permalink, address)) return;
      report(DiagnosticKind::ShadowedRedirect, wish.from_span,
             fmt::format("there is a page at `{}`, so this redirect has no effect", wish.from),
             "delete the redirect, or move the page");
      return;
    }
    if (!taken_.insert(fold_address(permalink)).second) return;
    redirect.book = wish.book != nullptr ? wish.book : &site_.books.front();
    redirect.from = address;
    site_.redirects.push_back(std::move(redirect));
  }

  // Spaces lie where their folders are, and GitBook puts them below their sections.
  void add_addresses_on_gitbook() {
    for (const Asset& asset : site_.assets) taken_.insert(fold_address(asset.permalink));
    for (const Book& book : site_.books) add_start(book);
    for (const Book& book : site_.books) {
      const auto bases = site_.structure.addresses_of(book.section, book.space);
      for (std::uint32_t i = 0; i < site_.pages.size(); ++i) {
        const Page& page = site_.pages[i];
        if (page.book != &book) continue;
        const std::string address = gitbook_address(page.path_in_book(), book.config.readme);
        for (const std::string& base : bases) add_quietly(join_path(base, address), i);
      }
    }
  }

  // Of a section and of a space, by their full names, though one may be the default.
  void add_start(const Book& book) {
    const Section& section = site_.structure.sections[book.section];
    const Page* start = book.home != nullptr ? book.home : first_page(book);
    if (start == nullptr) return;
    const auto number = static_cast<std::uint32_t>(start - site_.pages.data());
    if (section.landing_space() == book.space) add_quietly(section.path, number);
    const std::string& path = section.spaces[book.space].path;
    if (!path.empty()) add_quietly(join_path(section.path, path), number);
  }

  const Page* first_page(const Book& book) const {
    const auto is_first = [&](const Page& page) {
      return page.book == &book && page.is_listed() && page.previous == nullptr;
    };
    const auto page = std::find_if(site_.pages.begin(), site_.pages.end(), is_first);
    return page == site_.pages.end() ? nullptr : &*page;
  }

  void add_quietly(std::string address, std::uint32_t page) {
    if (address.empty()) return;
    const std::string permalink = fold_address(redirect_permalink(address));
    if (taken_.count(permalink) > 0 || taken_.count(fold_address(address + ".html")) > 0) return;
    // A folder cannot be where a file is.
    for (std::string_view above = folder_of(permalink); !above.empty(); above = folder_of(above)) {
      if (taken_.count(std::string(above)) > 0) return;
    }
    taken_.insert(permalink);
    Redirect redirect;
    redirect.book = site_.pages[page].book;
    redirect.from = std::move(address);
    redirect.target = {FileTarget::Kind::Page, page};
    site_.redirects.push_back(std::move(redirect));
  }

  bool leads_to_itself(const Redirect& redirect, const std::string& permalink,
                       const std::string& address) const {
    if (redirect.target.kind != FileTarget::Kind::Page) return false;
    const std::string own = fold_address(site_.pages[redirect.target.index].permalink);
    return own == fold_address(permalink) || own == fold_address(address + ".html");
  }

  bool find_destination(const Wish& first, Redirect& redirect) {
    const Wish* wish = &first;
    for (std::size_t hops = 0; hops <= kMaxRedirectHops; ++hops) {
      if (wish->known_target) {
        redirect.target = wish->known_target;
        return true;
      }
      const std::string_view to = trim(wish->to);
      if (!scheme_of(to).empty() || is_protocol_relative(to)) {
        redirect.external = to;
        redirect.target_span = wish->to_span;
        return true;
      }
      const UrlParts parts = split_url(to);
      if (redirect.fragment.empty()) redirect.fragment = parts.fragment;
      const std::string_view path = without_slashes(parts.path);
      const std::string_view root = wish->book != nullptr ? std::string_view(wish->book->root) : "";
      const Page* home = wish->book != nullptr ? wish->book->home : nullptr;
      if (path.empty() && home != nullptr) {
        redirect.target = {FileTarget::Kind::Page,
                           static_cast<std::uint32_t>(home - site_.pages.data())};
        return true;
      }
      const FoundFile found = find_target(site_.index, root, path, root).found;
      if (found.target) {
        redirect.target = found.target;
        return true;
      }
      const auto next = by_key_.find(redirect_key(address_of(*wish, path)));
      if (next == by_key_.end()) {
        const std::string suggestion = suggest_path(site_.index, root, path);
        report(DiagnosticKind::BrokenRedirect, first.to_span,
               fmt::format("`{}` leads to `{}`, where there is no page", first.from, path),
               suggestion.empty() ? std::string() : fmt::format("did you mean `{}`?", suggestion));
        return false;
      }
      wish = &wishes_[next->second];
    }
    report(DiagnosticKind::BrokenRedirect, first.from_span,
           fmt::format("`{}` leads in a circle", first.from), "let it lead to a page");
    return false;
  }

  void report(DiagnosticKind kind, Span where, std::string message, std::string hint) {
    diagnostics_.report(kind, where, std::move(message), std::move(hint));
  }

  Site& site_;
  Diagnostics& diagnostics_;
  std::vector<Wish> wishes_;
  std::unordered_map<std::string, std::size_t> by_key_;
  std::unordered_set<std::string> taken_;  // Folded permalinks of pages and redirects.
};

}  // namespace

std::string redirect_key(std::string_view path) {
  std::string key = to_lower_unicode(decode_percent(without_slashes(path)));
  if (key == "readme.md") return {};
  for (std::string_view ending : {"/readme.md", "/index.html", ".md", ".html"}) {
    if (!key.ends_with(ending)) continue;
    key.resize(key.size() - ending.size());
    break;
  }
  return key;
}

const Redirect* Site::find_redirect(std::string_view path) const {
  if (redirects.empty()) return nullptr;
  const auto found = redirect_keys.find(redirect_key(path));
  return found == redirect_keys.end() ? nullptr : &redirects[found->second];
}

void build_redirects(Site& site, Diagnostics& diagnostics) {
  Builder(site, diagnostics).build();
  for (std::size_t i = 0; i < site.redirects.size(); ++i) {
    site.redirect_keys.emplace(redirect_key(site.redirects[i].from), i);
  }
}

}  // namespace carnet
