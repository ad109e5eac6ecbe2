#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "site/permalinks.h"
#include "site/summary.h"

namespace carnet {
namespace {

// "page 2" before "page 10", whatever the case of the letters.
bool is_before(std::string_view a, std::string_view b) {
  const std::string x = fold(a);
  const std::string y = fold(b);
  std::size_t i = 0;
  std::size_t k = 0;
  const auto number_end = [](const std::string& text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) ++at;
    return at;
  };
  while (i < x.size() && k < y.size()) {
    if (is_digit(x[i]) && is_digit(y[k])) {
      while (i + 1 < x.size() && x[i] == '0' && is_digit(x[i + 1])) ++i;
      while (k + 1 < y.size() && y[k] == '0' && is_digit(y[k + 1])) ++k;
      const std::size_t i_end = number_end(x, i);
      const std::size_t k_end = number_end(y, k);
      if (i_end - i != k_end - k) return i_end - i < k_end - k;
      if (const int order = x.compare(i, i_end - i, y, k, k_end - k); order != 0) return order < 0;
      i = i_end;
      k = k_end;
      continue;
    }
    if (x[i] != y[k]) return static_cast<unsigned char>(x[i]) < static_cast<unsigned char>(y[k]);
    ++i;
    ++k;
  }
  if ((i < x.size()) != (k < y.size())) return k < y.size();
  return a < b;
}

// A folder of the book on its way to becoming an entry.
struct FolderNode {
  Page* readme = nullptr;
  std::vector<Page*> pages;
  std::map<std::string, FolderNode> folders;
};

// "first-steps" -> "First steps".
std::string title_of_folder(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
  return title;
}

class Builder {
 public:
  TableOfContents build(const FolderNode& root) {
    if (root.readme != nullptr) add_page(*root.readme, nullptr);
    add_folder(root, nullptr);
    return std::move(toc_);
  }

 private:
  TocEntry& add_page(Page& page, TocEntry* parent) {
    TocEntry& entry = toc_.add(TocEntry::Kind::Page, parent);
    entry.page = &page;
    page.entry = &entry;
    return entry;
  }

  void add_folder(const FolderNode& folder, TocEntry* parent) {
    struct Line {
      std::string_view name;
      Page* page;
      const FolderNode* folder;
    };
    std::vector<Line> lines;
    for (Page* page : folder.pages) lines.push_back({file_name_of(page->source_path), page, {}});
    for (const auto& [name, inner] : folder.folders) lines.push_back({name, nullptr, &inner});
    std::sort(lines.begin(), lines.end(),
              [](const Line& a, const Line& b) { return is_before(a.name, b.name); });
    for (const Line& line : lines) {
      if (line.page != nullptr) {
        add_page(*line.page, parent);
        continue;
      }
      TocEntry* entry = nullptr;
      if (line.folder->readme != nullptr) {
        entry = &add_page(*line.folder->readme, parent);
      } else {
        entry = &toc_.add(TocEntry::Kind::Label, parent);
        entry->label = title_of_folder(line.name);
      }
      add_folder(*line.folder, entry);
    }
  }

  TableOfContents toc_;
};

}  // namespace

TableOfContents read_folders(const Book& book, std::vector<Page>& pages) {
  FolderNode root;
  for (Page& page : pages) {
    if (page.book != &book || has_dot_segment(page.source_path)) continue;
    FolderNode* folder = &root;
    const std::string_view path = folder_of(page.path_in_book());
    if (!path.empty()) {
      for (std::string_view name : split(path, '/')) folder = &folder->folders[std::string(name)];
    }
    if (is_readme(page.source_path)) {
      folder->readme = &page;
    } else {
      folder->pages.push_back(&page);
    }
  }
  return Builder().build(root);
}

}  // namespace carnet
