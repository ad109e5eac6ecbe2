// Where the pages of a book are: `root` and `structure`, which .gitbook.yaml and
// book.json have in common.

#pragma once

#include "base/source_tree.h"
#include "config/config.h"
#include "config/setting_reader.h"

namespace carnet {

// Sets config.root. Without such a folder the default stays, with a warning.
void read_root(const YamlEntry& entry, const SourceTree& tree, SettingReader& reader,
               Config& config, Diagnostics& diagnostics);

// Sets config.readme, config.summary, config.glossary_file and
// config.languages. Requires that config.root is known.
void read_structure(const YamlEntry& entry, const SourceTree& tree, SettingReader& reader,
                    Config& config);

}  // namespace carnet
