#include "config/site_structure.h"

#include <algorithm>

#include "base/path.h"
#include "config/language.h"

namespace carnet {
const std::string& LocalText::in(std::string_view language) const {
  const auto find = [&](const auto& is_meant) {
    return std::find_if(translations.begin(), translations.end(), is_meant);
  };
  auto found = find([&](const auto& entry) { return entry.first == language; });
  if (found == translations.end()) {
    found = find([&](const auto& entry) { return entry.first == main_language(language); });
  }
  if (found == translations.end()) {
    found = find([&](const auto& entry) {
      return !language.empty() && main_language(entry.first) == main_language(language);
    });
  }
  if (found != translations.end()) return found->second;
  return text.empty() && !translations.empty() ? translations.front().second : text;
}

std::size_t Section::landing_space() const {
  if (default_space < spaces.size() && spaces[default_space].is_here()) {
    return default_space;
  }
  std::size_t hidden = kNowhere;
  for (std::size_t i = 0; i < spaces.size(); ++i) {
    if (!spaces[i].is_here()) continue;
    if (!spaces[i].is_hidden) return i;
    if (hidden == kNowhere) hidden = i;
  }
  return hidden;
}

bool Section::lists(std::size_t space) const {
  return !is_hidden && (!spaces[space].is_hidden || space == landing_space());
}

std::size_t SiteStructure::landing_section() const {
  const auto is_here = [&](std::size_t i) { return sections[i].landing_space() != kNowhere; };
  if (default_section < sections.size() && is_here(default_section)) return default_section;
  std::size_t hidden = kNowhere;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    if (!is_here(i)) continue;
    if (!sections[i].is_hidden) return i;
    if (hidden == kNowhere) hidden = i;
  }
  return hidden;
}

std::vector<std::string> SiteStructure::addresses_of(std::size_t section, std::size_t space) const {
  const Section& in = sections[section];
  const bool is_default = space == in.default_space;
  const std::string own = is_default ? std::string() : in.spaces[space].path;
  if (!is_default && own.empty()) return {};
  std::vector<std::string> addresses;
  if (section == default_section) addresses.push_back(own);
  const bool has_path = !in.path.empty() && !(section == default_section && is_default);
  if (has_path) addresses.push_back(join_path(in.path, own));
  return addresses;
}

}  // namespace carnet
