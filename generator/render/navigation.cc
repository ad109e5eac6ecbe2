#include "render/navigation.h"

#include <algorithm>
#include <cstddef>

#include "base/html_escape.h"
#include "base/javascript.h"
#include "base/path.h"
#include "base/text.h"
#include "base/url.h"
#include "render/icon_html.h"
#include "render/page_context.h"

namespace carnet {
namespace {

// What one page shows of the tree. A book of forty chapters fits at the top;
// deeper levels show the neighbours of the pages on the way.
constexpr std::size_t kMaxSiblings = 30;
constexpr std::size_t kMaxGroups = 30;
constexpr std::size_t kMaxTopLines = 48;

std::string emoji_html(std::string_view emoji) {
  if (emoji.empty()) return {};
  return "<span class=\"emoji\" aria-hidden=\"true\">" + escape_html(emoji) + "</span> ";
}

std::string label_html(std::string_view label) {
  const DisplayName name = split_name(label);
  return emoji_html(name.emoji) + escape_html(name.words);
}

// The name of an entry's icon. What a page says of itself counts first.
std::string_view icon_of(const TocEntry& entry) {
  if (entry.kind == TocEntry::Kind::Page) {
    const std::string& icon = entry.page->document->front_matter.icon.value;
    if (!icon.empty()) return icon;
  }
  return entry.icon;
}

// "_carnet/toc.js"; "_carnet/books/en/toc.js" where there are several.
std::string shared_file(const Book& book, std::string_view name) {
  return join_path(book.folder.empty() ? "_carnet" : "_carnet/books/" + book.folder, name);
}

}  // namespace

std::string contents_permalink(const Book& book) { return shared_file(book, "contents.html"); }
std::string toc_permalink(const Book& book) { return shared_file(book, "toc.js"); }
std::string search_folder(const Book& book) { return shared_file(book, "search/"); }
std::string search_permalink(const Book& book) { return shared_file(book, "search.html"); }

Navigation::Navigation(const Book& book, const Theme& theme) : book_(book), theme_(theme) {
  add(book.toc.roots, kNone, 0, roots_);
}

void Navigation::add(const std::vector<TocEntry*>& sources, std::uint32_t parent,
                     std::uint32_t depth, std::vector<std::uint32_t>& into) {
  for (const TocEntry* source : sources) {
    if (!source->is_visible()) continue;
    const auto number = static_cast<std::uint32_t>(entries_.size());
    into.push_back(number);
    Entry& entry = entries_.emplace_back();
    entry.source = source;
    entry.parent = parent;
    entry.depth = depth;
    entry.icon = icon_html(icon_of(*source));
    const std::string label = label_html(source->label);
    entry.name = entry.icon.empty() ? label : entry.icon + " " + label;
    if (source->page != nullptr) {
      entry.url = encode_path(source->page->permalink);
      if (source->kind == TocEntry::Kind::Page) by_page_.emplace(source->page, number);
      if (source->kind == TocEntry::Kind::Link) entry.url += encode_url(source->url);
    } else if (source->kind == TocEntry::Kind::Link) {
      entry.url = encode_url(source->url);
    }
    const bool is_top = source->kind == TocEntry::Kind::Group;
    std::vector<std::uint32_t> children;
    add(source->children, number, is_top ? depth : depth + 1, children);
    entries_[number].children = std::move(children);
  }
}

const std::vector<std::uint32_t>& Navigation::children_of(std::uint32_t entry) const {
  return entry == kNone ? roots_ : entries_[entry].children;
}

std::string Navigation::Place::url_of(std::string_view encoded) const {
  if (!absolute.empty()) return std::string(absolute).append(encoded);
  return relative_path(permalink, encoded);
}

std::string Navigation::href(const Place& place, const Entry& entry) const {
  if (entry.source->page == nullptr) return entry.url;
  return place.url_of(entry.url);
}

std::string_view Navigation::tag_of(const Entry& entry) const {
  if (entry.source->kind != TocEntry::Kind::Page) return {};
  for (const PageTag& tag : entry.source->page->document->front_matter.tags) {
    if (!tag.is_primary) continue;
    const TagSetting* setting = book_.config.find_tag(tag.slug.value);
    return setting == nullptr ? std::string_view(tag.slug.value) : setting->label;
  }
  return {};
}

// The lists of the sidebar of one page, and how much of each.
Navigation::Shown Navigation::choose(std::uint32_t current) const {
  const auto around = [](std::size_t count, std::size_t center, std::size_t most) -> Window {
    if (count <= most) return {0, count};
    const std::size_t begin = std::min(center > most / 2 ? center - most / 2 : 0, count - most);
    return {begin, begin + most};
  };
  Shown shown;
  std::size_t root = 0;  // Where the way to the page begins.
  if (current != kNone) {
    shown[current] = around(entries_[current].children.size(), 0, kMaxSiblings);
    for (std::uint32_t entry = current;; entry = entries_[entry].parent) {
      const std::uint32_t parent = entries_[entry].parent;
      const auto& siblings = children_of(parent);
      const auto place = static_cast<std::size_t>(
          std::find(siblings.begin(), siblings.end(), entry) - siblings.begin());
      if (parent == kNone) {
        root = place;
        break;
      }
      shown[parent] = around(siblings.size(), place, kMaxSiblings);
    }
  }
  const Window window = around(roots_.size(), root, kMaxGroups);
  shown[kNone] = window;

  // What is left goes to the groups nearby.
  std::size_t lines = window.end - window.begin;
  const auto own = roots_.empty() ? shown.end() : shown.find(roots_[root]);
  if (own != shown.end()) lines += own->second.end - own->second.begin;
  for (std::size_t distance = 0; distance < window.end - window.begin; ++distance) {
    for (const std::size_t place : {root + distance, root - distance}) {
      if (place < window.begin || place >= window.end) continue;
      const std::uint32_t group = roots_[place];
      if (!is_group(group) || shown.count(group) > 0) continue;
      const std::size_t room = kMaxTopLines > lines ? kMaxTopLines - lines : 0;
      if (room == 0) return shown;
      const std::size_t count = std::min({entries_[group].children.size(), room, kMaxSiblings});
      shown[group] = {0, count};
      lines += count;
    }
  }
  return shown;
}

// Prints the chosen part of the tree.
class Navigation::Sidebar {
 public:
  Sidebar(const Navigation& navigation, const Place& place, std::uint32_t current)
      : navigation_(navigation),
        place_(place),
        current_(current),
        shown_(navigation.choose(current)),
        subpages_(navigation.theme_.text(navigation.book_.language, "subpages_of")) {}

  std::string print() {
    print_top(navigation_.roots_, shown_.at(kNone));
    return std::move(out_);
  }

 private:
  // Groups are headings with a list below; other entries stand in lists of
  // their own between them.
  void print_top(const std::vector<std::uint32_t>& roots, Window window) {
    if (window.begin > 0) print_more(roots[0], "p");
    bool in_list = false;
    for (std::size_t i = window.begin; i < window.end; ++i) {
      const bool is_group = navigation_.is_group(roots[i]);
      if (is_group == in_list) {
        out_ += in_list ? "</ul>\n" : "<ul>\n";
        in_list = !in_list;
      }
      if (is_group) {
        print_group(roots[i]);
      } else {
        print_item(roots[i]);
      }
    }
    if (in_list) out_ += "</ul>\n";
    if (window.end < roots.size()) print_more(roots[window.end], "p");
  }

  void print_group(std::uint32_t group) {
    const Entry& entry = navigation_.entries_[group];
    const auto shown = shown_.find(group);
    if (shown == shown_.end()) {
      // Only its name: a link to its first page.
      const Entry& first = navigation_.entries_[entry.children.front()];
      out_ += "<p class=\"toc-group\"><a href=\"";
      append_escaped(out_, navigation_.href(place_, first));
      out_ += "\">";
      out_ += (entry.source->label.empty() ? first : entry).name;
      out_ += "</a></p>\n";
      return;
    }
    if (!entry.source->label.empty()) {
      out_ += "<p class=\"toc-group\">" + entry.name + "</p>\n";
    }
    print_list(group, shown->second);
  }

  void print_list(std::uint32_t parent, Window window) {
    const auto& children = navigation_.children_of(parent);
    out_ += "<ul>\n";
    if (window.begin > 0) print_more(children[0], "li");
    for (std::size_t i = window.begin; i < window.end; ++i) print_item(children[i]);
    if (window.end < children.size()) print_more(children[window.end], "li");
    out_ += "</ul>\n";
  }

  // A way to what is left out.
  void print_more(std::uint32_t first, std::string_view element) {
    out_.append("<").append(element).append(" class=\"toc-more\"><a href=\"");
    const std::string contents =
        encode_path(contents_permalink(navigation_.book_)) + "#toc-" + std::to_string(first);
    append_escaped(out_, place_.absolute.empty() ? relative_path(place_.permalink, contents)
                                                 : std::string(place_.absolute) + contents);
    out_ += "\">" + escape_html(navigation_.theme_.text(navigation_.book_.language, "more_pages"));
    out_.append("</a></").append(element).append(">\n");
  }

  void print_item(std::uint32_t number) {
    const Entry& entry = navigation_.entries_[number];
    const bool is_branch = !entry.children.empty();
    out_ += is_branch ? "<li class=\"branch\">" : "<li>";
    print_label(number, entry);
    if (is_branch) print_branch(number, entry);
    out_ += "</li>\n";
  }

  void print_label(std::uint32_t number, const Entry& entry) {
    if (entry.url.empty()) {
      out_ += "<span>" + entry.name + "</span>";
      return;
    }
    out_ += "<a href=\"";
    append_escaped(out_, navigation_.href(place_, entry));
    out_ += '"';
    if (entry.source->page == nullptr) out_ += " class=\"external\"";
    if (number == current_) out_ += " aria-current=\"page\"";
    out_ += ">" + entry.name;
    if (const std::string_view tag = navigation_.tag_of(entry); !tag.empty()) {
      out_ += " <span class=\"tag\">" + escape_html(tag) + "</span>";
    }
    out_ += "</a>";
  }

  void print_branch(std::uint32_t number, const Entry& entry) {
    const auto shown = shown_.find(number);
    const bool is_open = shown != shown_.end();
    out_ += is_open ? "\n<details open>" : "<details data-toc=\"" + std::to_string(number) + "\">";
    out_ += "<summary aria-label=\"";
    append_escaped(out_, replace_all(std::string(subpages_), "{title}",
                                     split_name(entry.source->label).words));
    out_ += "\"></summary>";
    if (is_open) print_list(number, shown->second);
    out_ += "</details>";
  }

  const Navigation& navigation_;
  const Place& place_;
  std::uint32_t current_;
  Shown shown_;
  std::string_view subpages_;
  std::string out_;
};

std::string Navigation::sidebar(const Place& place) const {
  const auto current = by_page_.find(place.page);
  return Sidebar(*this, place, current == by_page_.end() ? kNone : current->second).print();
}

std::string Navigation::breadcrumbs(const Place& place) const {
  if (place.page == nullptr || place.page == book_.home) return {};
  std::vector<std::string> items;
  const auto add_item = [&](const Entry& entry) {
    std::string item = "<li>";
    if (!entry.url.empty()) {
      item += "<a href=\"" + escape_html(href(place, entry)) + "\">" + entry.name + "</a>";
    } else {
      item += entry.name;
    }
    items.push_back(item + "</li>");
  };
  const auto found = by_page_.find(place.page);
  bool has_home = false;
  if (found != by_page_.end()) {
    for (std::uint32_t i = entries_[found->second].parent; i != kNone; i = entries_[i].parent) {
      const Entry& entry = entries_[i];
      has_home = has_home || (book_.home != nullptr && entry.source->page == book_.home);
      if (!entry.source->label.empty()) add_item(entry);
    }
  }
  if (!has_home) {
    items.push_back(
        "<li><a href=\"" +
        escape_html(relative_path(place.permalink, encode_path(book_.home_permalink()))) + "\">" +
        escape_html(theme_.text(book_.language, "home")) + "</a></li>");
  }
  std::string html;
  for (auto item = items.rbegin(); item != items.rend(); ++item) html += *item;
  return html;
}

std::string Navigation::contents(const Place& place) const {
  std::string html;
  const auto print = [&](const auto& self, const std::vector<std::uint32_t>& list) -> void {
    bool in_list = false;
    for (std::uint32_t number : list) {
      const Entry& entry = entries_[number];
      const bool is_heading = is_group(number);
      if (is_heading == in_list) {
        html += in_list ? "</ul>\n" : "<ul>\n";
        in_list = !in_list;
      }
      const std::string id = " id=\"toc-" + std::to_string(number) + "\">";
      if (is_heading) {
        if (!entry.source->label.empty()) {
          html += "<h2" + id + entry.name + "</h2>\n";
        }
        self(self, entry.children);
        continue;
      }
      html += "<li" + id;
      const std::string label = entry.name;
      if (entry.url.empty()) {
        html += "<span>" + label + "</span>";
      } else {
        html += "<a href=\"" + escape_html(href(place, entry)) + "\"";
        html += entry.source->page == nullptr ? " class=\"external\">" : ">";
        html += label + "</a>";
      }
      if (!entry.children.empty()) {
        html += '\n';
        self(self, entry.children);
      }
      html += "</li>\n";
    }
    if (in_list) html += "</ul>\n";
  };
  print(print, roots_);
  return html;
}

std::string Navigation::toc_script() const {
  std::string script = "carnetToc=[";
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    script += i == 0 ? "\n[" : ",\n[";
    if (is_group(static_cast<std::uint32_t>(i))) {
      script += "-1," + quote_javascript(entry.source->label);
      if (!entry.icon.empty()) script += ",\"\"," + quote_javascript(entry.icon);
      script += ']';
      continue;
    }
    script += std::to_string(entry.depth) + "," + quote_javascript(entry.source->label) + "," +
              quote_javascript(entry.url);
    const std::string_view tag = tag_of(entry);
    if (!entry.icon.empty() || !tag.empty()) script += "," + quote_javascript(entry.icon);
    if (!tag.empty()) script += "," + quote_javascript(tag);
    script += ']';
  }
  return script + "\n]\n";
}

}  // namespace carnet
