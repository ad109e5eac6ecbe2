#include "config/redirect_rules.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>

namespace carnet {

void read_redirect_rules(const YamlEntry& entry, SettingReader& reader,
                         std::vector<RedirectRule>& rules) {
  const YamlNode* map = reader.map(entry);
  if (!map) return;
  // A doubled key is reported where the file is parsed, and the last one counts.
  std::unordered_map<std::string_view, std::size_t> places;
  for (const YamlEntry& rule : map->entries) {
    if (rule.value.kind == YamlNode::Kind::Null) {
      reader.report_value(rule, "the redirect `" + rule.key + "` leads nowhere",
                          "write the path of a page behind it");
    } else if (auto to = reader.text(rule)) {
      const auto [place, is_new] = places.emplace(rule.key, rules.size());
      if (is_new) rules.emplace_back();
      rules[place->second] = {{rule.key, rule.key_span}, *std::move(to)};
    }
  }
}

}  // namespace carnet
