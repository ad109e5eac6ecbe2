// How the books of a site stand to each other, as docs.yaml says it: a book of the site is a space
// there, and a section shows one of its spaces at a time. Nothing of it is known of other sites.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/located.h"

namespace carnet {

// Words in several languages.
struct LocalText {
  std::string text;                                               // Where there are no others.
  std::vector<std::pair<std::string, std::string>> translations;  // By language (BCP 47).

  bool empty() const { return text.empty() && translations.empty(); }
  // In this language, else in one that is nearly the same: `pt` for `pt-BR`.
  const std::string& in(std::string_view language) const;
};

inline constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

struct Space {
  std::string key;                // What docs.yaml calls it by; may be empty.
  LocalText title;                // Never empty.
  std::string path;               // Its part of GitBook's addresses; may be empty.
  Located<std::string> folder;    // From the folder of docs.yaml. Not written: it is elsewhere.
  Located<std::string> language;  // BCP 47; may be empty.
  bool is_hidden = false;
  std::size_t book = kNowhere;  // Its number in Site::books, once they are chosen.

  bool is_here() const { return folder.is_written(); }
};

struct Section {
  LocalText title;  // Empty for the only one of a site without sections.
  LocalText description;
  Located<std::string> icon;
  std::string path;           // As above.
  bool is_hidden = false;     // By its own wish, or its group's.
  std::vector<Space> spaces;  // Never empty.
  std::size_t default_space = 0;

  // The space that readers come to: the default one, if it is here. kNowhere if none is.
  std::size_t landing_space() const;
  // Whether readers are led to a space: by what leads to the section, or from one of the others.
  bool lists(std::size_t space) const;
};

// A line of the menu: a section, or a group of lines.
struct SectionEntry {
  LocalText title;
  Located<std::string> icon;
  std::size_t section = kNowhere;     // Its number in SiteStructure::sections; none for a group.
  std::vector<SectionEntry> entries;  // Of a group.
};

struct SiteStructure {
  LocalText title;
  std::vector<Section> sections;  // Of all groups; empty without a docs.yaml.
  std::vector<SectionEntry> menu;
  std::size_t default_section = 0;
  // docs.yaml has a mistake that it cannot be read beyond: what is missing may stand behind it.
  bool is_broken = false;

  bool empty() const { return sections.empty(); }
  // The section that readers of the site come to first. kNowhere if no space is here.
  std::size_t landing_section() const;
  // Where GitBook has a space, from the top of the site: at the path of its section and its own,
  // of which it leaves out those of default ones. Both forms for a space in the default section
  // that is not the default itself; none if a path is not known.
  std::vector<std::string> addresses_of(std::size_t section, std::size_t space) const;
};

}  // namespace carnet
