#include "site/counterpart.h"

#include <string>
#include <string_view>

#include "site/permalinks.h"

namespace carnet {

namespace {

const Page* page_of(const Site& site, FileTarget target, const Book& book) {
  if (target.kind != FileTarget::Kind::Page) return nullptr;
  const Page& page = site.pages[target.index];
  return page.book == &book ? &page : nullptr;
}

}  // namespace

const Page* find_counterpart(const Site& site, const Page& page, const Book& other) {
  if (page.book == &other) return &page;
  if (&page == page.book->home) return other.home;
  const auto find = [&](std::string_view path) -> const Page* {
    const FoundFile found = site.index.find_file(join_path(other.root, path));
    return found.spelling == Spelling::Folded ? nullptr : page_of(site, found.target, other);
  };
  if (const Page* same = find(page.path_in_book())) return same;
  // In languages of LANGS.md it is the path that counts; redirects there are the language's own.
  if (site.structure.empty()) return nullptr;
  const std::string address = gitbook_address(page.path_in_book(), page.book->config.readme);
  if (address.empty()) return other.home;
  if (const Page* file = find(address + ".md")) return file;
  if (const Page* folder = find(address + "/README.md")) return folder;
  const Redirect* redirect = site.find_redirect(join_path(other.folder, address));
  return redirect == nullptr ? nullptr : page_of(site, redirect->target, other);
}

}  // namespace carnet
