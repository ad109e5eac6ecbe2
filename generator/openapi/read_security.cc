#include "openapi/read_security.h"

#include <fmt/format.h>

#include <utility>

#include "openapi/fields.h"

namespace carnet::openapi {

std::vector<SecurityAlternative> read_security(const YamlNode& list, Reading& reading) {
  std::vector<SecurityAlternative> alternatives;
  for (const YamlNode& item : list.items) {
    if (!is_map("security", item, reading.report) || !reading.spend(item.span)) continue;
    SecurityAlternative alternative;
    bool is_known = true;
    for (const YamlEntry& entry : item.entries) {
      if (entry.key.starts_with("x-")) continue;
      const auto scheme = reading.security_schemes.find(entry.key);
      if (scheme == reading.security_schemes.end()) {
        is_known = false;
        reading.report.mistake(entry.key_span, fmt::format("no security scheme `{}`", entry.key),
                               reading.is_swagger()
                                   ? "describe it in `securityDefinitions`"
                                   : "describe it in `components`, `securitySchemes`");
        continue;
      }
      SecurityNeed need;
      need.scheme = scheme->second;
      if (entry.value.kind == YamlNode::Kind::Sequence) {
        for (const YamlNode& scope : entry.value.items) {
          if (!scope.text.empty()) need.scopes.push_back(scope.text);
        }
      }
      alternative.needs.push_back(std::move(need));
    }
    // What nobody described must not read as "no security needed".
    if (is_known || !alternative.needs.empty()) alternatives.push_back(std::move(alternative));
  }
  return alternatives;
}

}  // namespace carnet::openapi
