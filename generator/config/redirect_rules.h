// `redirects`, which .gitbook.yaml and carnet.yaml have in common.

#pragma once

#include <vector>

#include "config/config.h"
#include "config/setting_reader.h"

namespace carnet {

// Appends the rules of a map of old addresses to new places, in its order. An
// address that is there twice keeps its first place and its last target.
void read_redirect_rules(const YamlEntry& entry, SettingReader& reader,
                         std::vector<RedirectRule>& rules);

}  // namespace carnet
