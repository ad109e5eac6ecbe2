// `colors` of carnet.yaml.

#pragma once

#include <vector>

#include "config/config.h"
#include "config/setting_reader.h"

namespace carnet {

// Appends a map of names to colours, each one colour or one for `light` and one for `dark`.
void read_color_settings(const YamlEntry& entry, SettingReader& reader,
                         std::vector<ColorSetting>& colors);

}  // namespace carnet
