#include "site/summary.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/text.h"
#include "base/url.h"
#include "markdown/locate.h"
#include "site/find_target.h"
#include "symbols/emoji.h"
#include "symbols/icons.h"

namespace carnet {
namespace {

// The first node of a kind below `node`, in document order, not inside lists.
const Node* find_inline(const Node& node, NodeKind kind) {
  for (const Node& child : node.children()) {
    if (child.kind == kind) return &child;
    if (child.kind == NodeKind::List) continue;
    if (const Node* found = find_inline(child, kind)) return found;
  }
  return nullptr;
}

std::string words_of(const Node& node) {
  const std::string text = to_plain_text(node);
  return std::string(trim(text));
}

// The classes of the first icon in a title: `<i class="fa-book">:book:</i>`.
std::string icon_in(const Node& node) {
  for (const Node& child : node.children()) {
    if (child.is_element("i")) {
      const std::string_view classes = attribute_value(child, "class");
      if (!find_icon_of(classes).path.empty()) return std::string(classes);
    }
    if (std::string inner = icon_in(child); !inner.empty()) return inner;
  }
  return {};
}

class Reader {
 public:
  Reader(const Document& summary, std::string_view text, const MadeEntries& made,
         const PathIndex& index, const PathIndex& withheld, const Book& book,
         std::vector<Page>& pages, Diagnostics& diagnostics)
      : summary_(summary),
        text_(text),
        made_(made),
        index_(index),
        withheld_(withheld),
        book_(book),
        pages_(pages),
        diagnostics_(diagnostics) {}

  TableOfContents read() {
    TocEntry* group = nullptr;
    bool has_title = false;
    for (const Node& node : summary_.root().children()) {
      switch (node.kind) {
        case NodeKind::Heading:
          if (node.level == 1 && !has_title && toc_.entries.empty()) {
            has_title = true;  // "Table of contents"
          } else {
            group = &add_group(words_of(node));
            group->icon = icon_in(node);
          }
          break;
        case NodeKind::ThematicBreak:
          // Pages behind a rule belong to no group.
          group = group == nullptr ? nullptr : &add_group({});
          break;
        case NodeKind::List: read_list(node, group); break;
        default:
          diagnostics_.report(DiagnosticKind::InvalidSummary, summary_.span(node),
                              "this line is neither a heading nor an entry of a list",
                              "write it as `* [Title](page.md)`, or delete it");
          break;
      }
    }
    return std::move(toc_);
  }

 private:
  TocEntry& add_group(std::string label) {
    TocEntry& group = toc_.add(TocEntry::Kind::Group, nullptr);
    group.label = std::move(label);
    return group;
  }

  void read_list(const Node& list, TocEntry* parent) {
    for (const Node& item : list.children()) {
      TocEntry* entry = read_item(item, parent);
      for (const Node& child : item.children()) {
        if (child.kind == NodeKind::List) read_list(child, entry != nullptr ? entry : parent);
      }
    }
  }

  TocEntry* read_item(const Node& item, TocEntry* parent) {
    if (const Node* link = find_inline(item, NodeKind::Link)) return read_link(*link, parent);
    if (item.first_child != nullptr && item.first_child->kind == NodeKind::CodeBlock) {
      if (const auto made = made_.find(item.first_child); made != made_.end()) {
        add_made(made->second, parent);
      } else {
        diagnostics_.report(DiagnosticKind::ComputedEntry, summary_.span(*item.first_child),
                            "GitBook fills this entry with pages", "carnet leaves it out");
      }
      return nullptr;
    }
    const Node* paragraph = find_inline(item, NodeKind::Paragraph);
    if (paragraph == nullptr) return nullptr;
    TocEntry& label = toc_.add(TocEntry::Kind::Label, parent);
    label.label = words_of(*paragraph);
    label.icon = icon_in(*paragraph);
    return &label;
  }

  void add_made(const std::vector<MadeEntry>& entries, TocEntry* parent) {
    for (const MadeEntry& made : entries) {
      const FileTarget found = index_.find_file(made.path).target;
      if (found.kind != FileTarget::Kind::Page) continue;
      Page& page = pages_[found.index];
      TocEntry& entry = toc_.add(TocEntry::Kind::Page, parent);
      entry.label = made.label;
      entry.page = &page;
      page.entry = &entry;
      page.label = made.label;
      add_made(made.below, &entry);
    }
  }

  TocEntry* read_link(const Node& node, TocEntry* parent) {
    TocEntry* entry = read_target(node, parent);
    // Beside the link counts as well: `* <i class="fa-book"></i> [Title](page.md)`.
    if (entry != nullptr) entry->icon = icon_in(*node.parent);
    return entry;
  }

  TocEntry* read_target(const Node& node, TocEntry* parent) {
    const Link& link = summary_.links[node.number];
    const std::string text = words_of(node);
    std::string label = node.detail.empty() ? text : std::string(node.detail);
    if (auto with_emoji = replace_emoji_names(label)) label = std::move(*with_emoji);
    const std::string_view destination = trim(link.destination);

    if (!scheme_of(destination).empty() || is_protocol_relative(destination)) {
      TocEntry& external = toc_.add(TocEntry::Kind::Link, parent);
      external.label = label.empty() ? std::string(destination) : label;
      external.url = destination;
      return &external;
    }
    const UrlParts parts = split_url(destination);
    const FoundFile found = find_target(index_, book_.root, parts.path, book_.root).found;
    if (found.target.kind != FileTarget::Kind::Page) {
      if (find_target(withheld_, book_.root, parts.path, book_.root).found.target) return nullptr;
      diagnostics_.report(DiagnosticKind::MissingPage, locate_link(summary_, text_, link),
                          fmt::format("no page at `{}`", destination),
                          "the sidebar shows its title without a link");
      TocEntry& missing = toc_.add(TocEntry::Kind::Label, parent);
      missing.label = label;
      return &missing;
    }
    Page& page = pages_[found.target.index];
    const bool is_own = page.book == &book_;
    if (!is_own || !parts.fragment.empty() || page.entry != nullptr) {
      if (is_own && parts.fragment.empty()) {
        diagnostics_.report(DiagnosticKind::DuplicateEntry, locate_link(summary_, text_, link),
                            fmt::format("`{}` is listed twice", page.source_path),
                            "the first entry is its place; this one is a link to it");
      }
      TocEntry& again = toc_.add(TocEntry::Kind::Link, parent);
      again.label = label;
      again.page = &page;
      if (!parts.fragment.empty()) again.url = "#" + std::string(parts.fragment);
      return &again;
    }
    TocEntry& entry = toc_.add(TocEntry::Kind::Page, parent);
    entry.label = label;
    entry.page = &page;
    page.entry = &entry;
    page.label = label;
    page.summary_title = text;
    page.summary_span = summary_.span(link.begin, link.end);
    return &entry;
  }

  const Document& summary_;
  std::string_view text_;
  const MadeEntries& made_;
  const PathIndex& index_;
  const PathIndex& withheld_;
  const Book& book_;
  std::vector<Page>& pages_;
  Diagnostics& diagnostics_;
  TableOfContents toc_;
};

}  // namespace

bool TocEntry::has_visible_children() const {
  for (const TocEntry* child : children) {
    if (child->is_visible()) return true;
  }
  return false;
}

TocEntry& TableOfContents::add(TocEntry::Kind kind, TocEntry* parent) {
  TocEntry& entry = entries.emplace_back();
  entry.kind = kind;
  entry.parent = parent;
  (parent != nullptr ? parent->children : roots).push_back(&entry);
  return entry;
}

TableOfContents read_summary(const Document& summary, std::string_view text,
                             const MadeEntries& made, const PathIndex& index,
                             const PathIndex& withheld, const Book& book, std::vector<Page>& pages,
                             Diagnostics& diagnostics) {
  return Reader(summary, text, made, index, withheld, book, pages, diagnostics).read();
}

}  // namespace carnet
