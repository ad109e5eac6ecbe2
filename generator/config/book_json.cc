#include "config/book_json.h"

#include <utility>

#include "config/book_layout.h"
#include "config/frame_settings.h"
#include "config/language.h"
#include "config/loose_json.h"
#include "config/setting_reader.h"

namespace carnet {

void read_book_json(SourceId source, const SourceTree& tree, const Sources& sources, Config& config,
                    Diagnostics& diagnostics) {
  SettingReader reader(DiagnosticKind::InvalidBookJson, sources, diagnostics);
  const auto report = [&reader](Span where, std::string message, std::string hint) {
    reader.report(where, std::move(message), std::move(hint));
  };
  const YamlNode file =
      reader.read_file(source, tighten_json(sources.text(source), source, report));
  const auto read_text = [&](std::string_view key, Located<std::string>& out) {
    const YamlEntry* entry = file.find_entry(key);
    if (!entry) return;
    if (auto text = reader.text(*entry)) out = *std::move(text);
  };
  read_text("title", config.title);
  read_text("description", config.description);
  read_text("author", config.author);
  read_text("language", config.language);
  if (config.language.is_written() && !is_language_tag(config.language.value)) {
    reader.report(config.language.span, "`" + config.language.value + "` is no language",
                  "write a short name such as `fr` or `pt-BR`");
    config.language = {};
  }
  if (const YamlEntry* entry = file.find_entry("root")) {
    read_root(*entry, tree, reader, config, diagnostics);
  }
  if (const YamlEntry* entry = file.find_entry("structure")) {
    read_structure(*entry, tree, reader, config);
  }
  if (const YamlEntry* entry = file.find_entry("variables")) {
    if (const YamlNode* variables = reader.map(*entry)) config.variables = *variables;
  }
  if (const YamlEntry* entry = file.find_entry("links")) {
    if (const YamlNode* links = reader.map(*entry)) {
      if (const YamlEntry* sidebar = links->find_entry("sidebar")) {
        read_link_settings(*sidebar, reader, config.links);
      }
    }
  }
}

}  // namespace carnet
