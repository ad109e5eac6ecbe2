#include "config/embed_hosts.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "base/url.h"

namespace carnet {

void read_embed_hosts(const YamlEntry& entry, SettingReader& reader,
                      std::vector<std::string>& hosts) {
  const YamlNode* list = reader.list(entry);
  if (!list) return;
  hosts.clear();
  for (const YamlNode& item : list->items) {
    const auto text = reader.text({entry.key, entry.key_span, item});
    if (!text) continue;
    std::string_view name = text->value;
    if (name.size() > 2 && name.ends_with(".*")) name.remove_suffix(2);  // `tube.*`
    const bool is_host = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
      return is_letter(c) || is_digit(c) || c == '.' || c == '-';
    });
    if (is_host) {
      hosts.push_back(to_lower(text->value));
    } else {
      const std::string host = host_of(text->value);
      reader.report(text->span, "`" + text->value + "` is no name of a host",
                    "write `" + (host.empty() ? "example.org" : host) + "`");
    }
  }
}

}  // namespace carnet
