#include "config/gitbook_yaml.h"

#include "config/book_layout.h"
#include "config/redirect_rules.h"
#include "config/setting_reader.h"

namespace carnet {

void read_gitbook_yaml(SourceId source, const SourceTree& tree, const Sources& sources,
                       Config& config, Diagnostics& diagnostics) {
  constexpr std::string_view kKeys[] = {"root", "structure", "redirects"};
  SettingReader reader(DiagnosticKind::InvalidGitbookYaml, sources, diagnostics);
  const YamlNode file = reader.read_file(source);

  // Whatever the order of the keys, all other paths are relative to the root.
  if (const YamlEntry* entry = file.find_entry("root")) {
    read_root(*entry, tree, reader, config, diagnostics);
  }
  if (const YamlEntry* entry = file.find_entry("structure")) {
    read_structure(*entry, tree, reader, config);
  }
  if (const YamlEntry* entry = file.find_entry("redirects")) {
    read_redirect_rules(*entry, reader, config.redirects);
  }
  // GitBook has had other keys; only what looks like a slip is worth a word.
  for (const YamlEntry& entry : file.entries) {
    const auto similar = find_similar(entry.key, kKeys);
    if (similar && *similar != entry.key) {
      reader.report(entry.key_span, "unknown key `" + entry.key + "`",
                    "did you mean `" + std::string(*similar) + "`?");
    }
  }
}

}  // namespace carnet
