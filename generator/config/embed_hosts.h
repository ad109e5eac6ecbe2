// `embeds` of carnet.yaml.

#pragma once

#include <string>
#include <vector>

#include "config/setting_reader.h"

namespace carnet {

// Puts the names of a list into the place of `hosts`; `tube.*` is one, too.
void read_embed_hosts(const YamlEntry& entry, SettingReader& reader,
                      std::vector<std::string>& hosts);

}  // namespace carnet
