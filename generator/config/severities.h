// `check` of carnet.yaml.

#pragma once

#include "config/setting_reader.h"
#include "diag/diagnostics.h"

namespace carnet {

// Changes `severities` by a map of codes to what they are to be. Errors stay errors.
void read_severities(const YamlEntry& entry, SettingReader& reader, Severities& severities);

}  // namespace carnet
