#include "site/counterpart.h"

namespace carnet {

const Page* find_counterpart(const Site& site, const Page& page, const Book& other) {
  if (page.book == &other) return &page;
  if (&page == page.book->home) return other.home;
  const FoundFile found = site.index.find_file(join_path(other.root, page.path_in_book()));
  if (found.target.kind != FileTarget::Kind::Page || found.spelling == Spelling::Folded) {
    return nullptr;
  }
  const Page& counterpart = site.pages[found.target.index];
  return counterpart.book == &other ? &counterpart : nullptr;
}

}  // namespace carnet
