#include "config/load_config.h"

#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "config/book_json.h"
#include "config/carnet_yaml.h"
#include "config/gitbook_yaml.h"
#include "config/tags_yaml.h"
#include "config/tree_lookup.h"

namespace carnet {
namespace {

// GitBook itself reads no `.gitbook.yml`, so the author may be in for a surprise.
std::optional<SourceId> find_gitbook_yaml(const SourceTree& tree, Diagnostics& diagnostics) {
  if (auto source = find_text(tree, ".gitbook.yaml")) return source;
  const auto source = find_text(tree, ".gitbook.yml");
  if (source) {
    diagnostics.report(DiagnosticKind::ConfigFileName, {*source, 0, 0},
                       "GitBook does not read `.gitbook.yml`", "name it `.gitbook.yaml`");
  }
  return source;
}

// Of the root, where GitBook keeps it, or of the book.
std::optional<SourceId> find_tags_yaml(const SourceTree& tree, std::string_view root) {
  for (const std::string& folder : {join_path(root, ".gitbook"), std::string(".gitbook")}) {
    for (std::string_view name : {"tags.yaml", "tags.yml"}) {
      if (auto source = find_text(tree, join_path(folder, name))) return source;
    }
  }
  return std::nullopt;
}

void read_ignore_file(const SourceTree& tree, const Sources& sources, std::string_view folder,
                      Config& config, Diagnostics& diagnostics) {
  const auto source = find_text(tree, join_path(folder, ".bookignore"));
  if (!source) return;
  const std::string_view text = sources.text(*source);
  for (const std::string_view line : split(text, '\n')) {
    if (config.ignored.add(line, folder)) continue;
    const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
    diagnostics.report(DiagnosticKind::LimitReached,
                       {*source, begin, begin + static_cast<std::uint32_t>(line.size())},
                       "more than 16 kB of patterns", "the patterns from here on are not read");
    return;
  }
}

void read_files(const SourceTree& tree, const Sources& sources, CarnetYamlOf of, Config& config,
                Diagnostics& diagnostics) {
  if (const auto source = find_text(tree, "book.json")) {
    read_book_json(*source, tree, sources, config, diagnostics);
    // GitBook leaves a `.gitbook` folder where it has taken a book over.
    if (!config.honkit.is_written() && !has_folder(tree, ".gitbook")) config.honkit.value = true;
  } else if (has_file(tree, "book.js")) {
    diagnostics.report(DiagnosticKind::ConfigFileName, {},
                       "carnet does not read `book.js`, because it is a program",
                       "write what it says into `book.json` or `carnet.yaml`");
  }
  if (const auto source = find_gitbook_yaml(tree, diagnostics)) {
    read_gitbook_yaml(*source, tree, sources, config, diagnostics);
  }
  if (const auto source = find_text(tree, "carnet.yaml")) {
    read_carnet_yaml(*source, tree, sources, of, config, diagnostics);
  } else if (const auto other = find_text(tree, "carnet.yml")) {
    diagnostics.report(DiagnosticKind::InvalidConfig, {*other, 0, 0},
                       "carnet does not read `carnet.yml`", "name it `carnet.yaml`");
  }
  if (const auto source = find_tags_yaml(tree, config.root)) {
    read_tags_yaml(*source, sources, config, diagnostics);
  }
  read_ignore_file(tree, sources, "", config, diagnostics);
  if (!config.root.empty()) read_ignore_file(tree, sources, config.root, config, diagnostics);
}

}  // namespace

Config load_config(const SourceTree& tree, const Sources& sources, Diagnostics& diagnostics) {
  Config config;
  read_files(tree, sources, CarnetYamlOf::Site, config, diagnostics);
  return config;
}

Config load_book_config(const Config& site, const SourceTree& tree, const Sources& sources,
                        Diagnostics& diagnostics) {
  Config config = site;
  const Config defaults;
  config.description = defaults.description;
  config.language = defaults.language;
  config.logo = defaults.logo;
  config.logo_dark = defaults.logo_dark;
  config.favicon = defaults.favicon;
  config.root = defaults.root;
  config.readme = defaults.readme;
  config.summary = defaults.summary;
  config.glossary_file = defaults.glossary_file;
  config.languages = defaults.languages;
  config.redirects = defaults.redirects;
  config.excluded = defaults.excluded;
  config.ignored = defaults.ignored;
  config.tags = defaults.tags;
  read_files(tree, sources, CarnetYamlOf::Book, config, diagnostics);
  if (config.tags.empty()) config.tags = site.tags;
  return config;
}

}  // namespace carnet
