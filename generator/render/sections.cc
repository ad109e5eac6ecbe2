#include "render/sections.h"

#include <algorithm>

#include "base/html_escape.h"
#include "base/url.h"
#include "render/icon_html.h"
#include "render/languages.h"

namespace carnet {

class SectionsHtml::Printer {
 public:
  Printer(const Site& site, const Book& book, const Theme& theme, std::vector<std::string>& pieces)
      : site_(site), book_(book), theme_(theme), pieces_(pieces) {}

  void print() {
    pieces_.emplace_back();
    for (const SectionEntry& entry : site_.structure.menu) print_top(entry);
  }

 private:
  std::string& out() { return pieces_.back(); }

  // In the language of the book, or in the one that its visitors read.
  const std::string& words(const LocalText& text) const { return text.in(book_.language); }

  std::string name_of(const SectionEntry& entry) const {
    const std::string icon = icon_html(entry.icon.value);
    return icon + (icon.empty() ? "" : " ") + escape_html(words(entry.title));
  }

  bool holds_current(const SectionEntry& entry) const {
    return entry.section == book_.section ||
           std::ranges::any_of(entry.entries,
                               [&](const SectionEntry& below) { return holds_current(below); });
  }

  // Where a section is entered: in the reader's own language if it can be.
  const Book* entrance_of(std::size_t number) const {
    if (number == book_.section) return &book_;
    const Section& section = site_.structure.sections[number];
    const std::size_t landing = section.landing_space();
    if (landing == kNowhere) return nullptr;
    const Book& first = site_.books[section.spaces[landing].book];
    if (first.language == book_.language) return &first;
    for (std::size_t i = 0; i < section.spaces.size(); ++i) {
      if (!section.spaces[i].is_here() || !section.lists(i)) continue;
      const Book& other = site_.books[section.spaces[i].book];
      if (other.language == book_.language) return &other;
    }
    return &first;
  }

  void print_section(const SectionEntry& entry, const std::string& name) {
    const Book* entrance = entrance_of(entry.section);
    if (entrance == nullptr) {
      out() += elsewhere_html(name, {}, book_.language, theme_);
      return;
    }
    out() += "<a href=\"";
    pieces_.push_back(escape_html(encode_path(entrance->home_permalink())) + "\"");
    if (entry.section == book_.section) out() += " aria-current=\"true\"";
    out() += ">" + name + "</a>";
  }

  void print_top(const SectionEntry& entry) {
    out() += "<li>";
    if (entry.section != kNowhere) {
      print_section(entry, name_of(entry));
    } else {
      const std::string id = "_sections-" + std::to_string(++menus_);
      out() += "<button type=\"button\" popovertarget=\"" + id + "\"";
      if (holds_current(entry)) out() += " aria-current=\"true\"";
      out() +=
          ">" + name_of(entry) + "</button><div class=\"sections-menu\" id=\"" + id + "\" popover>";
      print_menu(entry);
      out() += "</div>";
    }
    out() += "</li>";
  }

  void print_menu(const SectionEntry& group) {
    out() += "<ul>";
    for (const SectionEntry& entry : group.entries) {
      out() += "<li>";
      if (entry.section == kNowhere) {
        out() += "<p>" + name_of(entry) + "</p>";
        print_menu(entry);
      } else {
        const std::string& about = words(site_.structure.sections[entry.section].description);
        const std::string icon = icon_html(entry.icon.value);
        std::string name = icon + "<span><strong>" + escape_html(words(entry.title)) + "</strong>";
        if (!about.empty()) name += " <small>" + escape_html(about) + "</small>";
        print_section(entry, name + "</span>");
      }
      out() += "</li>";
    }
    out() += "</ul>";
  }

  const Site& site_;
  const Book& book_;
  const Theme& theme_;
  std::vector<std::string>& pieces_;
  std::size_t menus_ = 0;
};

SectionsHtml::SectionsHtml(const Site& site, const Book& book, const Theme& theme)
    : has_spaces_(!site.structure.empty()) {
  const std::vector<SectionEntry>& menu = site.structure.menu;
  const bool has_choice = menu.size() > 1 || (menu.size() == 1 && menu.front().section == kNowhere);
  if (has_choice) Printer(site, book, theme, pieces_).print();
}

std::string SectionsHtml::print(std::string_view root) const {
  std::string html;
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (i > 0) html += root;
    html += pieces_[i];
  }
  return html;
}

}  // namespace carnet
