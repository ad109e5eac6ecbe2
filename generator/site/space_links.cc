#include "site/space_links.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "base/limits.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "markdown/locate.h"
#include "site/find_target.h"
#include "site/suggest.h"

namespace carnet {
namespace {

const KnownSpace* find_space(const Site& site, const std::optional<GitbookLink>& link) {
  if (!link) return nullptr;
  const auto space = site.spaces.find(link->space);
  return space == site.spaces.end() ? nullptr : &space->second;
}

}  // namespace

FoundInBook find_in_book(const Site& site, const Book& book, const GitbookLink& link) {
  FileTarget target = find_target(site.index, book.root, link.path, book.root).found.target;
  if (link.path.empty() && book.home != nullptr) {
    target = {FileTarget::Kind::Page, static_cast<std::uint32_t>(book.home - site.pages.data())};
  }
  if (target) return {target, link.fragment};
  const Redirect* redirect = site.find_redirect(join_path(book.folder, link.path));
  if (redirect == nullptr || !redirect->target) return {};
  return {redirect->target, link.fragment.empty() ? redirect->fragment : link.fragment};
}

std::string address_in(const KnownSpace& space, const GitbookLink& link) {
  std::string url = space.url;
  if (!link.path.empty()) url += "/" + link.path;
  if (!link.fragment.empty()) url += "#" + link.fragment;
  return encode_url(url);
}

void resolve_redirects(Site& site, Diagnostics& diagnostics) {
  if (site.spaces.empty()) return;
  struct Open {
    Redirect* redirect;
    GitbookLink link;
    const Book* book;
  };
  std::vector<Open> open;
  for (Redirect& redirect : site.redirects) {
    if (redirect.external.empty()) continue;
    std::optional<GitbookLink> link = read_gitbook_link(redirect.external);
    const KnownSpace* space = find_space(site, link);
    if (space == nullptr) continue;
    if (space->book == nullptr) {
      redirect.external = address_in(*space, *link);
    } else {
      open.push_back({&redirect, *std::move(link), space->book});
    }
  }
  const auto resolve = [&](const Open& each) {
    FoundInBook found = find_in_book(site, *each.book, each.link);
    if (!found.target) return false;
    Redirect& redirect = *each.redirect;
    redirect.target = found.target;
    if (redirect.fragment.empty()) redirect.fragment = std::move(found.fragment);
    redirect.external.clear();
    return true;
  };
  // One may lead to the old address that another one is about.
  for (std::size_t hops = 0; hops <= kMaxRedirectHops && std::erase_if(open, resolve) > 0;) ++hops;
  for (const auto& [redirect, link, book] : open) {
    const bool is_of_book = is_inside(redirect->from, redirect->book->folder);
    const std::string near = suggest_path(site.index, book->root, link.path);
    const auto page = near.empty() ? std::nullopt : resolve_path(book->root, near);
    const std::string base = join_path(is_of_book ? redirect->book->root : std::string(), "x");
    diagnostics.report(DiagnosticKind::BrokenRedirect, redirect->target_span,
                       fmt::format("`{}` leads to `{}` in the space `{}`, where there is no page",
                                   is_of_book ? path_below(redirect->book->folder, redirect->from)
                                              : std::string_view(redirect->from),
                                   link.path, book->folder.empty() ? link.space : book->folder),
                       page ? fmt::format("did you mean `{}`?", relative_path(base, *page))
                            : std::string("it keeps its address on GitBook"));
  }
}

void resolve_toc_links(Site& site, const std::vector<const Document*>& summaries,
                       const Sources& texts, Diagnostics& diagnostics) {
  if (site.spaces.empty()) return;
  const auto report = [&](std::size_t number, const GitbookLink& link, const std::string& url) {
    const Document& summary = *summaries[number];
    for (const Link& written : summary.links) {
      if (trim(written.destination) != url) continue;
      diagnostics.report(
          DiagnosticKind::BrokenLink,
          locate_link(summary, texts.text(summary.origin(written.origin).source), written),
          fmt::format("no page at `{}` in the space `{}`", link.path, link.space),
          "the entry keeps its address on GitBook");
      return;
    }
  };
  for (std::size_t i = 0; i < site.books.size(); ++i) {
    for (TocEntry& entry : site.books[i].toc.entries) {
      if (entry.kind != TocEntry::Kind::Link || entry.page != nullptr) continue;
      const std::optional<GitbookLink> link = read_gitbook_link(trim(entry.url));
      const KnownSpace* space = find_space(site, link);
      if (space == nullptr) continue;
      if (space->book == nullptr) {
        entry.url = address_in(*space, *link);
        continue;
      }
      const FoundInBook found = find_in_book(site, *space->book, *link);
      if (found.target.kind == FileTarget::Kind::Page) {
        entry.page = &site.pages[found.target.index];
        entry.url = found.fragment.empty() ? std::string() : "#" + found.fragment;
      } else if (summaries[i] != nullptr) {
        report(i, *link, entry.url);
      }
    }
  }
}

}  // namespace carnet
