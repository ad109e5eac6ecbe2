#include "config/book_layout.h"

#include <utility>

#include "base/path.h"
#include "config/tree_lookup.h"

namespace carnet {
namespace {

void read_file_path(const YamlEntry& entry, const SourceTree& tree, SettingReader& reader,
                    const Config& config, std::string& out) {
  const auto text = reader.text(entry);
  if (!text) return;
  const auto path = resolve_path("", text->value);
  if (!path || path->empty()) {
    reader.report(text->span, "`" + text->value + "` is no file of the root folder",
                  "write a path from the root folder");
    return;
  }
  const std::string from_book = join_path(config.root, *path);
  if (has_file(tree, from_book)) {
    out = *path;
    return;
  }
  std::string hint = "write a path from the root folder";
  if (const auto similar = find_similar_file(tree, from_book, config.root)) {
    const std::size_t cut = config.root.empty() ? 0 : config.root.size() + 1;
    hint = "did you mean `" + similar->substr(cut) + "`?";
  }
  reader.report(text->span, "no file `" + *path + "`", std::move(hint));
}

}  // namespace

void read_root(const YamlEntry& entry, const SourceTree& tree, SettingReader& reader,
               Config& config, Diagnostics& diagnostics) {
  const auto text = reader.text(entry);
  if (!text) return;
  const auto path = resolve_path("", text->value);
  if (!path) {
    diagnostics.report(DiagnosticKind::RootOutsideBook, text->span,
                       "the root `" + text->value + "` is outside of the book",
                       "build the folder that holds both, or move the pages");
  } else if (!has_folder(tree, *path)) {
    reader.report(text->span, "no folder `" + *path + "` with pages",
                  "write a path from the folder of this file");
  } else {
    config.root = *path;
  }
}

void read_structure(const YamlEntry& entry, const SourceTree& tree, SettingReader& reader,
                    Config& config) {
  const YamlNode* structure = reader.map(entry);
  if (!structure) return;
  for (const YamlEntry& file : structure->entries) {
    if (file.key == "readme") read_file_path(file, tree, reader, config, config.readme);
    if (file.key == "glossary") read_file_path(file, tree, reader, config, config.glossary_file);
    if (file.key == "languages") read_file_path(file, tree, reader, config, config.languages);
    if (file.key == "summary") read_file_path(file, tree, reader, config, config.summary);
  }
}

}  // namespace carnet
