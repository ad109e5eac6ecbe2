#include "config/color_settings.h"

#include <algorithm>
#include <utility>

#include "base/color.h"

namespace carnet {
namespace {

void read_color(const YamlEntry& entry, SettingReader& reader, Located<std::string>& out) {
  auto text = reader.text(entry);
  if (!text) return;
  if (parse_color(text->value)) {
    out = *std::move(text);
  } else {
    reader.report(text->span, "`" + text->value + "` is no colour",
                  "write it as `\"#1f4b9b\"`, between quotes");
  }
}

}  // namespace

void read_color_settings(const YamlEntry& entry, SettingReader& reader,
                         std::vector<ColorSetting>& colors) {
  constexpr std::string_view kModes[] = {"light", "dark"};
  const YamlNode* map = reader.map(entry);
  if (!map) return;
  for (const YamlEntry& color : map->entries) {
    const auto& names = color_names();
    if (std::find(names.begin(), names.end(), color.key) == names.end()) {
      reader.report_unknown(color, names, "colour");
      continue;
    }
    ColorSetting setting;
    setting.name = color.key;
    if (color.value.kind != YamlNode::Kind::Map) {
      read_color(color, reader, setting.light);
    } else {
      for (const YamlEntry& mode : color.value.entries) {
        if (mode.key == "light") {
          read_color(mode, reader, setting.light);
        } else if (mode.key == "dark") {
          read_color(mode, reader, setting.dark);
        } else {
          reader.report_unknown(mode, kModes, "key");
        }
      }
    }
    colors.push_back(std::move(setting));
  }
}

}  // namespace carnet
