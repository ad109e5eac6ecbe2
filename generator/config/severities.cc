#include "config/severities.h"

#include <string_view>
#include <vector>

namespace carnet {

void read_severities(const YamlEntry& entry, SettingReader& reader, Severities& severities) {
  constexpr std::string_view kChoices[] = {"off", "notice", "warning"};
  const YamlNode* map = reader.map(entry);
  if (!map) return;
  std::vector<std::string_view> codes;
  for (const DiagnosticInfo& known : diagnostic_registry()) codes.push_back(known.code);
  for (const YamlEntry& change : map->entries) {
    const auto kind = find_diagnostic_kind(change.key);
    if (!kind) {
      reader.report_unknown(change, codes, "code");
    } else if (info(*kind).severity == Severity::Error) {
      reader.report(change.key_span, "`" + change.key + "` is an error, and stays one",
                    "remove this line, and the cause of the error");
    } else if (const auto i = reader.choice(change, kChoices)) {
      constexpr Severity kSeverities[] = {Severity::Off, Severity::Notice, Severity::Warning};
      severities.set(*kind, kSeverities[*i]);
    }
  }
}

}  // namespace carnet
